package cn.zrzy.hub.console.api;

import cn.zrzy.hub.ceremony.hall.DrawScene;
import cn.zrzy.hub.ceremony.hall.DrawScenes;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 一年的抽取 as the API gives them to whoever is on duty: numbers and states, nobody who was drawn. */
@Component("drawRows")
class DrawRows {

    private final DrawScenes scenes;
    private final Schemes schemes;
    private final DrawLedger ledger;

    DrawRows(DrawScenes scenes, Schemes schemes, DrawLedger ledger) {
        this.scenes = scenes;
        this.schemes = schemes;
        this.ledger = ledger;
    }

    /**
     * @param next what is to be done next; null when nothing is
     * @param until by when; null when no clock runs
     */
    record Row(
            String drawNo,
            String schemeNo,
            String title,
            String mode,
            DrawScene.State state,
            int subjects,
            int inspectors,
            int picked,
            OffsetDateTime frozenAt,
            @Nullable OffsetDateTime drawnAt,
            DrawScene.@Nullable Next next,
            @Nullable OffsetDateTime until) {}

    /** Newest first. */
    List<Row> of(int year) {
        // Of what is only frozen the ledger does not know whether it can still be held.
        Map<String, DrawScene> waiting =
                scenes.toBeHeld().stream().collect(Collectors.toMap(DrawScene::drawNo, Function.identity()));
        return ledger.draws(year).stream()
                .sorted(Comparator.comparing(DrawLedger.Entry::drawNo).reversed())
                .map(entry -> row(entry, waiting.get(entry.drawNo())))
                .toList();
    }

    private Row row(DrawLedger.Entry entry, @Nullable DrawScene scene) {
        DrawScene.Waiting waiting = scene == null ? null : scene.waiting();
        return new Row(
                entry.drawNo(),
                entry.scheme(),
                schemes.find(entry.scheme()).map(Scheme::name).orElse(entry.scheme()),
                entry.mode(),
                scene == null ? DrawScene.State.valueOf(entry.state()) : scene.state(),
                entry.subjects(),
                entry.inspectors(),
                entry.picks(),
                entry.frozenAt(),
                entry.drawnAt(),
                waiting == null ? null : waiting.next(),
                waiting == null ? null : waiting.until());
    }
}
