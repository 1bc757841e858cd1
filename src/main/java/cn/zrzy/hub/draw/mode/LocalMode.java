package cn.zrzy.hub.draw.mode;

import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.DrawInput;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.paper.SigningRing;
import cn.zrzy.hub.draw.seed.SeedRules;

/** Drawn here (本地抽取), full proof. */
final class LocalMode implements ModeRules {

    @Override
    public void admit(DrawRequest request) {
        SeedRules.admit(request);
    }

    @Override
    public DrawOutcome hold(FrozenDraw frozen, DrawInput input, Abandonment abandonment, SigningRing ring) {
        return SeededDraw.hold(frozen, input, abandonment, ring);
    }
}
