package cn.zrzy.hub.ceremony.hall;

import cn.zrzy.hub.ceremony.hall.DrawScene.Next;
import cn.zrzy.hub.ceremony.hold.DrawHold;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/**
 * What is to be done next about a draw, and until when (下一步). Whether it can be held is asked of {@link DrawHold}; here
 * it is only said which of the things that are still missing a person should look at first.
 */
@Component
class NextStep implements DrawPhases {

    private final DrawHold hold;
    private final DrawSettings settings;
    private final Clock clock;

    NextStep(DrawHold hold, DrawSettings settings, Clock clock) {
        this.hold = hold;
        this.settings = settings;
        this.clock = clock;
    }

    static DrawScene.Waiting beforeFreeze(DrawScene.Seed seed) {
        Next next = Next.FREEZE;
        if (seed.committed() < seed.parties().size()) {
            next = Next.COMMIT;
        } else if (!seed.keepers().isEmpty() && !seed.sealed()) {
            next = Next.SEAL;
        }
        return new DrawScene.Waiting(next, "", null);
    }

    DrawScene.Waiting of(FrozenDraw frozen, DrawScene.Pool pool, DrawScene.Seed seed) {
        if (!frozen.request().mode().provable()) {
            return new DrawScene.Waiting(Next.PLATFORM, "", null);
        }
        try {
            String why = hold.awaits(frozen);
            return why.isEmpty() ? new DrawScene.Waiting(Next.START, "", null) : missing(pool, seed, why);
        } catch (Rejected refusal) {
            return new DrawScene.Waiting(Next.ABANDON, refusal.getMessage(), null);
        }
    }

    @Override
    public DrawScene.State unheld(FrozenDraw frozen) {
        Next step = Next.EVENT;
        try {
            if (frozen.request().mode().provable() && hold.awaits(frozen).isEmpty()) {
                step = Next.START;
            }
        } catch (Rejected refusal) {
            step = Next.ABANDON;
        }
        return phase(frozen, step, Beijing.second(clock));
    }

    static DrawScene.State phase(FrozenDraw frozen, Next step, OffsetDateTime now) {
        if (step == Next.ABANDON) {
            return DrawScene.State.DEAD;
        }
        if (step == Next.START) {
            return DrawScene.State.READY;
        }
        OffsetDateTime deadline = frozen.request().recipe().revealDeadline();
        return deadline == null || !now.isAfter(deadline) ? DrawScene.State.FROZEN : DrawScene.State.WAITING;
    }

    private DrawScene.Waiting missing(DrawScene.Pool pool, DrawScene.Seed seed, String why) {
        OffsetDateTime now = Beijing.second(clock);
        OffsetDateTime event = seed.events().stream()
                .map(DrawScene.Event::time)
                .max(OffsetDateTime::compareTo)
                .orElseThrow();
        if (!now.isAfter(seed.deadline()) && seed.revealed() < seed.parties().size()) {
            return new DrawScene.Waiting(Next.REVEAL, why, seed.deadline());
        }
        if (!now.isAfter(event)) {
            return new DrawScene.Waiting(Next.EVENT, why, event);
        }
        boolean unread = seed.events().stream()
                .anyMatch(source -> source.at() == null && source.kind() != SeedRecipe.Kind.PLATFORM);
        OffsetDateTime end = event.plus(settings.sourceWait());
        if (unread && now.isBefore(end)) {
            return new DrawScene.Waiting(Next.OBSERVE, why, end);
        }
        return new DrawScene.Waiting(pool.published() ? Next.SHARE : Next.STAMP, why, null);
    }
}
