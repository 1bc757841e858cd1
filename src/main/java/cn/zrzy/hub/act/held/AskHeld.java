package cn.zrzy.hub.act.held;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.registry.RegistryBook;
import org.springframework.stereotype.Component;

/** 申请生效: the first of two people asks that a held change be let through. */
@Component
class AskHeld implements Act {

    private final RegistryBook registry;
    private final HeldStanding standing;

    AskHeld(RegistryBook registry, HeldStanding standing) {
        this.registry = registry;
        this.standing = standing;
    }

    @Override
    public String name() {
        return "ask-held";
    }

    @Override
    public Target target() {
        return Target.BATCH;
    }

    @Override
    public Preview preview(String runId) {
        return standing.preview(runId)
                .unless(!HeldStanding.asked(standing.held(runId)), "E-HELD-STATE", "已有人申请生效，等另一人审批。");
    }

    @Override
    public void press(String runId, Press press) {
        registry.request(runId, HeldStanding.me(), press.reason());
    }
}
