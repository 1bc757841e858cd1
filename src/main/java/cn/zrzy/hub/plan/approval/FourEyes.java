package cn.zrzy.hub.plan.approval;

import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/**
 * 双人复核: what one person asked for another one decides. Compared are accounts, for anybody can type two names and two
 * people may share one. Where only a name is known, since a machine entered the paper or it is older than personal
 * accounts, names are compared: the stricter way, that never takes one person for two.
 */
@Component
public class FourEyes {

    /** The kinds of things that take two. */
    public enum Paper {
        PLAN,
        SCHEME,
        VOID,
        CORRECTION,
        UNDRAWN;

        private String of(Object number) {
            return name() + ":" + number;
        }
    }

    private final Askers askers;
    private final Clock clock;

    public FourEyes(Askers askers, Clock clock) {
        this.askers = askers;
        this.clock = clock;
    }

    /** The clock by which such papers are dated. */
    public OffsetDateTime now() {
        return Beijing.second(clock);
    }

    public void asked(Paper paper, Object number, Acting by) {
        if (by.proven()) {
            askers.asked(paper.of(number), by.account(), now());
        }
    }

    /**
     * @param asker name of who asked, as the paper has it
     * @param code of the refusal when one person would be both
     * @return name of who decides
     */
    public String decides(Paper paper, Object number, String asker, Acting by, String code, String refusal) {
        String decider = Signatory.deciding(by);
        boolean same =
                askers.account(paper.of(number)).map(by.account()::equals).orElseGet(() -> decider.equals(asker));
        Rejected.unless(!same, code, refusal, "approver");
        askers.decided(paper.of(number), by.account(), now());
        return decider;
    }
}
