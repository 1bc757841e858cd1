package cn.zrzy.hub.draw.mode;

import cn.zrzy.hub.draw.model.DrawMode;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.DrawInput;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.paper.SigningRing;

/** What a {@link DrawMode} asks of a request, and how a draw of that mode is held. */
public interface ModeRules {

    static ModeRules of(DrawMode mode) {
        return switch (mode) {
            case LOCAL -> new LocalMode();
            case SEEDED -> new SeededMode();
            case PLATFORM -> new PlatformMode();
        };
    }

    /** Refuses a request that this mode cannot hold, before anything is frozen. */
    void admit(DrawRequest request);

    /** Holds the draw on the input that this mode lives on. */
    DrawOutcome hold(FrozenDraw frozen, DrawInput input, Abandonment abandonment, SigningRing ring);
}
