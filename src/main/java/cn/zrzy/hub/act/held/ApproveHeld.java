package cn.zrzy.hub.act.held;

import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.registry.RegistryBook;
import org.springframework.stereotype.Component;

/** 同意生效: the second person lets a held change through; the list is compared anew and made live. */
@Component
class ApproveHeld extends HeldDecision {

    private final RegistryBook registry;

    ApproveHeld(RegistryBook registry, HeldStanding standing) {
        super(standing);
        this.registry = registry;
    }

    @Override
    public String name() {
        return "approve-held";
    }

    @Override
    public void press(String runId, Press press) {
        registry.approve(runId, HeldStanding.me(), press.reason());
    }
}
