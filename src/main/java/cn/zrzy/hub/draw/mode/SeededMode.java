package cn.zrzy.hub.draw.mode;

import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.DrawInput;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.paper.SigningRing;
import cn.zrzy.hub.draw.seed.SeedRules;

/** The platform takes our seed or our list (平台采用), full proof; the platform's own seed is one source of several. */
final class SeededMode implements ModeRules {

    @Override
    public void admit(DrawRequest request) {
        SeedRules.admit(request);
        boolean named =
                request.recipe().sources().stream().anyMatch(source -> source.kind() == SeedRecipe.Kind.PLATFORM);
        if (!named) {
            throw Refusal.field("E-DRAW-SOURCE", "平台采用模式须在种子配方中列明平台来源（PLATFORM）", "sources");
        }
    }

    @Override
    public DrawOutcome hold(FrozenDraw frozen, DrawInput input, Abandonment abandonment, SigningRing ring) {
        return SeededDraw.hold(frozen, input, abandonment, ring);
    }
}
