package cn.zrzy.hub.console;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 待处理 about the books themselves: evidence or entries that cannot be believed, or are no longer checked. */
@Component
@Order(0)
class BookProblems implements Concerns {

    /** One person reads no more than this; the rest has the same causes. */
    private static final int LISTED = 20;

    /** The books are checked several times a minute; this long without a verdict is a fault of its own. */
    private static final Duration STALE = Duration.ofMinutes(10);

    private final AuditTrail audit;
    private final DrawLedger draws;
    private final Verdicts verdicts;
    private final Words words;
    private final Clock clock;

    BookProblems(AuditTrail audit, DrawLedger draws, Verdicts verdicts, Words words, Clock clock) {
        this.audit = audit;
        this.draws = draws;
        this.verdicts = verdicts;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public List<Concern> open() {
        List<Concern> all = new ArrayList<>();
        audit.lastVerdict()
                .filter(verdict -> !verdict.intact())
                .ifPresent(verdict -> all.add(now(
                        "chain",
                        List.of(verdict.why()),
                        OffsetDateTime.ofInstant(verdict.at(), clock.getZone()),
                        "/audit")));
        breaches(all);
        distrusted(all);
        return all;
    }

    private void breaches(List<Concern> all) {
        Verdicts.Standing standing = verdicts.standing(LISTED);
        for (Verdicts.Open open : standing.oldest()) {
            List<Object> args = List.of(
                    words.book(open.book()),
                    open.breach().object(),
                    open.breach().detail(),
                    open.breach().invariant());
            String href = ("delivery".equals(open.book()) ? "/messages/" : "/sync/")
                    + Problem.encoded(open.breach().object());
            all.add(now("breach", args, open.foundAt(), href));
        }
        if (standing.open() > standing.oldest().size()) {
            List<Object> args = List.of(standing.open(), standing.oldest().size());
            all.add(now("breaches", args, null, "/ops"));
        }
        OffsetDateTime checked = standing.checkedAt();
        if (checked != null && checked.plus(STALE).isBefore(OffsetDateTime.now(clock))) {
            all.add(now("unchecked", List.of(), checked, "/ops"));
        }
    }

    /** Somebody wrote into the evidence, or a signing key is missing. */
    private void distrusted(List<Concern> all) {
        for (DrawLedger.Distrust draw : draws.distrusted()) {
            List<Object> args = List.of(draw.drawNo(), draw.code(), draw.sentence());
            all.add(now("distrust", args, draw.at(), "/sync#" + args.get(0)));
        }
    }

    /** Nothing of this can wait until the morning. */
    private static Concern now(String kind, List<Object> words, OffsetDateTime since, String href) {
        return new Concern(kind, words, since, null, href, false);
    }
}
