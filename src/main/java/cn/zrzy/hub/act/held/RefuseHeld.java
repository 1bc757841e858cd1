package cn.zrzy.hub.act.held;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.registry.RegistryBook;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 拒绝并丢弃: the second person drops a held change; the list in use stays. */
@Component
class RefuseHeld implements Act {

    private final RegistryBook registry;
    private final HeldStanding standing;

    RefuseHeld(RegistryBook registry, HeldStanding standing) {
        this.registry = registry;
        this.standing = standing;
    }

    @Override
    public String name() {
        return "refuse-held";
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
        registry.refuse(runId, HeldStanding.me(), press.reason());
    }
}
