package cn.zrzy.hub.act.held;

import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.registry.RegistryBook;
import org.springframework.stereotype.Component;

/** 拒绝并丢弃: the second person drops a held change; the list in use stays. */
@Component
class RefuseHeld extends HeldDecision {

    private final RegistryBook registry;

    RefuseHeld(RegistryBook registry, HeldStanding standing) {
        super(standing);
        this.registry = registry;
    }

    @Override
    public String name() {
        return "refuse-held";
    }

    @Override
    public void press(String runId, Press press) {
        registry.refuse(runId, HeldStanding.me(), press.reason());
    }
}
