package cn.zrzy.hub.act.held;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.registry.RegistryBook;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 同意生效: the second person lets a held change through; the list is compared anew and made live. */
@Component
class ApproveHeld implements Act {

    private final RegistryBook registry;
    private final HeldStanding standing;

    ApproveHeld(RegistryBook registry, HeldStanding standing) {
        this.registry = registry;
        this.standing = standing;
    }

    @Override
    public String name() {
        return "approve-held";
    }

    @Override
    public Target target() {
        return Target.BATCH;
    }

    @Override
    public Set<String> roles() {
        return Set.of("LEAD");
    }

    @Override
    public Preview preview(String runId) {
        return HeldStanding.byAnother(standing.preview(runId), standing.held(runId));
    }

    @Override
    public void press(String runId, Press press) {
        registry.approve(runId, HeldStanding.me(), press.reason());
    }
}
