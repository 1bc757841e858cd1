package cn.zrzy.hub.ceremony.hall;

import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.kernel.Masking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was drawn (结果), for a screen that everyone in the room can read. */
final class ResultScene {

    private ResultScene() {}

    /** @param closed of an unannounced draw that is still closed only the number is told */
    static DrawScene.Result of(
            DrawOutcome outcome, boolean closed, DrawnResult drawn, DrawnResult current, List<Correction> corrections) {
        return new DrawScene.Result(
                outcome.at(),
                outcome.shadow(),
                outcome.seed(),
                outcome.missing(),
                drawn.pickedCount(),
                closed ? 0 : outcome.deferred().size(),
                closed ? List.of() : lines(drawn, current, corrections));
    }

    private static List<DrawScene.Line> lines(DrawnResult drawn, DrawnResult current, List<Correction> corrections) {
        Set<String> first =
                drawn.picks().stream().map(DrawnResult.Pick::objectId).collect(Collectors.toSet());
        Set<String> reseated = corrections.stream()
                .filter(correction -> correction.kind() == Correction.Kind.RECUSE)
                .map(Correction::subjectId)
                .collect(Collectors.toSet());
        List<DrawScene.Line> lines = new ArrayList<>();
        for (DrawnResult.Pick pick : current.picks()) {
            String id = pick.objectId();
            lines.add(new DrawScene.Line(
                    lines.size() + 1,
                    Masking.party(id, pick.objectName()),
                    pick.itemCodes(),
                    pick.inspectors().stream()
                            .sorted(Comparator.comparing(member -> !member.leader()))
                            .map(member -> Masking.name(member.name()))
                            .toList(),
                    first.contains(id) ? reseated.contains(id) ? "RESEATED" : "" : "MOVED_UP"));
        }
        return lines;
    }
}
