package cn.zrzy.hub.act.held;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.registry.RegistryBook.HeldChange;
import java.util.Optional;
import java.util.Set;

/** 复核: the second person decides on a held change; whoever asked for it may not. */
abstract class HeldDecision implements Act {

    private final HeldStanding standing;

    HeldDecision(HeldStanding standing) {
        this.standing = standing;
    }

    @Override
    public final Target target() {
        return Target.BATCH;
    }

    @Override
    public final Set<String> roles() {
        return Set.of("LEAD");
    }

    @Override
    public final Preview preview(String runId) {
        Optional<HeldChange> held = standing.held(runId);
        return standing.preview(runId)
                .unless(HeldStanding.asked(held), "E-HELD-REQUEST", "还没有人申请生效，先由一人申请，再由另一人审批。")
                .unless(
                        held.filter(change -> change.requestedBy().equals(HeldStanding.me()))
                                .isEmpty(),
                        "E-HELD-SAME",
                        "您是申请人，须由另一人审批。");
    }
}
