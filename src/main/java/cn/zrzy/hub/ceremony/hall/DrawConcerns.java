package cn.zrzy.hub.ceremony.hall;

import cn.zrzy.hub.ceremony.hold.CeremonyBook;
import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What draws that are still to be held want of a person (抽取待办): one that cannot be held any more, first of all. */
@Component
class DrawConcerns implements Concerns {

    /** The night draws within minutes; one that stays ready longer than this was forgotten. */
    private static final Duration READY = Duration.ofMinutes(15);

    private final Schemes schemes;
    private final DrawScenes scenes;
    private final CeremonyBook ceremonies;
    private final Clock clock;

    DrawConcerns(Schemes schemes, DrawScenes scenes, CeremonyBook ceremonies, Clock clock) {
        this.schemes = schemes;
        this.scenes = scenes;
        this.ceremonies = ceremonies;
        this.clock = clock;
    }

    @Override
    public List<Concern> open() {
        List<Concern> all = new ArrayList<>();
        for (Scheme scheme : schemes.inState(Scheme.State.FROZEN)) {
            try {
                scenes.find(scheme.drawNo()).ifPresent(scene -> look(scene, all));
            } catch (Rejected refusal) {
                // Its evidence is in doubt: the other draws must still be told of.
                all.add(dead(scheme.drawNo(), refusal.getMessage()));
            }
        }
        return all;
    }

    private void look(DrawScene scene, List<Concern> all) {
        DrawScene.Waiting waiting = scene.waiting();
        if (waiting == null) {
            return;
        }
        switch (waiting.next()) {
            case ABANDON -> all.add(dead(scene.drawNo(), waiting.why()));
            case OBSERVE ->
                all.add(new Concern(
                        "draw-observe",
                        List.of(scene.drawNo()),
                        event(scene),
                        waiting.until(),
                        "/draws/" + scene.drawNo() + "/desk",
                        false));
            case START -> {
                boolean late = event(scene).plus(READY).isBefore(OffsetDateTime.now(clock));
                if (late && ceremonies.running(scene.drawNo()).isEmpty()) {
                    all.add(new Concern(
                            "draw-ready",
                            List.of(scene.drawNo()),
                            event(scene),
                            null,
                            "/draws/" + scene.drawNo(),
                            false));
                }
            }
            default -> {
                // told by the night job that waits for it, or by nobody: it comes by itself
            }
        }
    }

    private static OffsetDateTime event(DrawScene scene) {
        return scene.seed().events().stream()
                .map(DrawScene.Event::time)
                .max(OffsetDateTime::compareTo)
                .orElseThrow();
    }

    private static Concern dead(String drawNo, String why) {
        return new Concern("draw-dead", List.of(drawNo, why), null, null, "/draws/" + drawNo, false);
    }
}
