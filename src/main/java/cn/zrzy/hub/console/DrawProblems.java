package cn.zrzy.hub.console;

import cn.zrzy.hub.ceremony.record.PlatformCheck;
import cn.zrzy.hub.ceremony.record.PlatformChecks;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.duty.ClockState;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** 待处理 about draws: secrets that stay closed, and what the platform drew against our rules. */
@Component
class DrawProblems {

    /** The morning job opens secrets; after this long somebody has to look why it did not. */
    private static final int GRACE_HOURS = 2;

    private final DrawLedger draws;
    private final PlatformChecks checks;
    private final Clock clock;

    DrawProblems(DrawLedger draws, PlatformChecks checks, Clock clock) {
        this.draws = draws;
        this.checks = checks;
        this.clock = clock;
    }

    void addTo(List<Problem> all) {
        lateSecrets(all);
        questioned(all);
    }

    /** A secret that stays closed past its day steers what the public may check. */
    private void lateSecrets(List<Problem> all) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (DrawLedger.Entry draw : draws.overdueSecrets(now)) {
            boolean late = draw.openAt().plusHours(GRACE_HOURS).isBefore(now);
            all.add(Problem.of(
                    late ? ClockState.OVERDUE : ClockState.TODAY,
                    late ? "problem.secret-late" : "problem.secret-due",
                    List.of(draw.drawNo()),
                    draw.openAt(),
                    draw.openAt().plusHours(24),
                    "look",
                    "/draws/" + Problem.encoded(draw.drawNo()),
                    false));
        }
    }

    /** What the platform drew against our rules, until somebody has dealt with it. */
    private void questioned(List<Problem> all) {
        for (PlatformCheck check : checks.open()) {
            int withheld = check.forbidden().size();
            all.add(Problem.of(
                    Urgency.of(withheld == 0),
                    "problem.platform",
                    List.of(check.drawNo(), check.findings().size(), withheld),
                    check.takenAt(),
                    null,
                    "look",
                    "/draws/platform-check#" + check.drawNo(),
                    withheld == 0));
        }
    }
}
