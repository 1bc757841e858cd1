package cn.zrzy.hub.console;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.draw.DrawLedger;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** 待处理 about the books themselves: evidence or entries that cannot be believed, or are no longer checked. */
@Component
class BookProblems {

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

    void addTo(List<Problem> all) {
        audit.lastVerdict().filter(verdict -> !verdict.intact()).ifPresent(verdict -> {
            List<Object> args = List.of(verdict.why());
            all.add(Problem.of(Mark.FAILED, "problem.chain", args, verdict.at(), null, "look", "/audit", false));
        });
        breaches(all);
        distrusted(all);
    }

    private void breaches(List<Problem> all) {
        Verdicts.Standing standing = verdicts.standing(LISTED);
        for (Verdicts.Open open : standing.oldest()) {
            List<Object> args = List.of(
                    words.book(open.book()),
                    open.breach().object(),
                    open.breach().detail(),
                    open.breach().invariant());
            String href = ("delivery".equals(open.book()) ? "/messages/" : "/sync/")
                    + Problem.encoded(open.breach().object());
            all.add(Problem.of(Mark.FAILED, "problem.breach", args, open.foundAt(), null, "look", href, false));
        }
        if (standing.open() > standing.oldest().size()) {
            List<Object> args = List.of(standing.open(), standing.oldest().size());
            all.add(Problem.of(Mark.FAILED, "problem.breaches", args, null, null, "look", "/ops", false));
        }
        OffsetDateTime checked = standing.checkedAt();
        if (checked != null && checked.plus(STALE).isBefore(OffsetDateTime.now(clock))) {
            all.add(Problem.of(Mark.FAILED, "problem.unchecked", List.of(), checked, null, "look", "/ops", false));
        }
    }

    /** Somebody wrote into the evidence, or a signing key is missing. */
    private void distrusted(List<Problem> all) {
        for (DrawLedger.Distrust draw : draws.distrusted()) {
            List<Object> args = List.of(draw.drawNo(), draw.code(), draw.sentence());
            all.add(Problem.of(Mark.FAILED, "problem.distrust", args, draw.at(), null, "look", "/sync", false));
        }
    }
}
