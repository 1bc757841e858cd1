package cn.zrzy.hub.draw.mode;

import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.DrawInput;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.PlatformResult;
import cn.zrzy.hub.draw.paper.SigningRing;
import cn.zrzy.hub.draw.platform.PlatformImport;

/** The Henan platform draws (平台抽取); we freeze before, import and check after. */
final class PlatformMode implements ModeRules {

    @Override
    public void admit(DrawRequest request) {
        SeedRecipe recipe = request.recipe();
        if (!recipe.parties().isEmpty()
                || !recipe.sources().isEmpty()
                || recipe.revealDeadline() != null
                || recipe.demandDecibits() != 0) {
            throw Refusal.field("E-DRAW-MODE", "平台抽取模式没有本局种子，种子配方应为空", "seed");
        }
        if (!request.disclosure().announced()) {
            throw Refusal.field("E-DRAW-MODE", "平台抽取模式没有密封值", "disclosure");
        }
    }

    @Override
    public DrawOutcome hold(FrozenDraw frozen, DrawInput input, Abandonment abandonment, SigningRing ring) {
        if (!(input instanceof PlatformResult result)) {
            throw Refusal.of("E-DRAW-INPUT", "本模式需要平台结果，不接收种子");
        }
        return new PlatformImport(frozen, result).outcome(abandonment, ring);
    }
}
