package cn.zrzy.hub.site;

import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.paper.Membership;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 卷宗架: reads draws from the ledger and keeps the last few at hand, since reading one back checks every hash of it.
 */
@Component
class Dossiers {

    /** A pool of 30,000 takes about 40 MB. */
    private static final int AT_HAND = 4;

    private final DrawLedger ledger;
    private final TransactionTemplate snapshot;
    private final Turn turn = new Turn();
    private final Map<String, Dossier> atHand = Collections.synchronizedMap(new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Dossier> eldest) {
            return size() > AT_HAND;
        }
    });

    Dossiers(DrawLedger ledger, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Empty when there is no such draw. What is at hand is given at once; reading is done one at a time, so that a crowd
     * of readers takes one connection from the pool that the bureau works with, not all.
     *
     * @throws Turn.Busy when too many wait for a reading
     */
    Optional<Dossier> find(String drawNo) {
        if (ledger.find(drawNo).isEmpty()) {
            return Optional.empty();
        }
        Dossier known = atHand.get(drawNo);
        if (newest(known, ledger.version(drawNo))) {
            return Optional.of(known);
        }
        return turn.take(() -> snapshot.execute(status -> ledger.find(drawNo).map(this::read)));
    }

    private Dossier read(DrawLedger.Entry entry) {
        Dossier known = atHand.get(entry.drawNo());
        String version = ledger.version(entry.drawNo());
        if (!newest(known, version)) {
            known = read(entry, version, known);
            atHand.put(entry.drawNo(), known);
        }
        return known;
    }

    /** Until the draw is held, reveals come in without moving the version. */
    private static boolean newest(Dossier known, String version) {
        return known != null && known.outcome() != null && known.version().equals(version);
    }

    private Dossier read(DrawLedger.Entry entry, String version, Dossier before) {
        String drawNo = entry.drawNo();
        FrozenDraw frozen = before == null ? ledger.frozen(drawNo) : before.frozen();
        Optional<DrawOutcome> outcome = ledger.outcome(drawNo);
        return new Dossier(
                entry,
                version,
                frozen,
                before == null ? new Membership(frozen) : before.members(),
                Stream.of("manifest.json", "result.json")
                        .filter(file -> ledger.stamp(drawNo, file).isPresent())
                        .toList(),
                ledger.revealed(drawNo, "", entry.frozenAt()),
                outcome.orElse(null),
                outcome.flatMap(held -> ledger.current(drawNo)).orElse(null),
                ledger.corrections(drawNo),
                ledger.voided(drawNo).orElse(null),
                ledger.opening(drawNo).orElse(null));
    }
}
