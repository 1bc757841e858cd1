package cn.zrzy.hub.site;

import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.draw.outcome.TeamSeat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 抽取结果表 of a dossier: nothing before the draw and nothing while it is closed, since the dossier then holds nothing. */
final class ResultLines {

    private final Dossier dossier;
    private final Names names;

    ResultLines(Dossier dossier, Names names) {
        this.dossier = dossier;
        this.names = names;
    }

    /** One line a subject, however many items it was drawn for. */
    List<DrawView.Result> results() {
        if (dossier.current() == null) {
            return List.of();
        }
        Map<String, List<String>> picks = new LinkedHashMap<>();
        for (Pick pick : dossier.current().picks()) {
            picks.computeIfAbsent(pick.subjectId(), id -> new ArrayList<>())
                    .add(words(pick.stratum()) + " #" + pick.rank());
        }
        Map<String, List<TeamSeat>> teams =
                dossier.current().seats().stream().collect(Collectors.groupingBy(TeamSeat::subjectId));
        List<DrawView.Result> lines = new ArrayList<>();
        picks.forEach((id, strata) -> lines.add(new DrawView.Result(
                lines.size() + 1, id, names.subject(id), strata, team(teams.getOrDefault(id, List.of())))));
        return lines;
    }

    private List<DrawView.Seat> team(List<TeamSeat> seats) {
        return seats.stream()
                .map(seat -> new DrawView.Seat(seat.role(), names.inspector(seat.inspectorId()), seat.inspectorId()))
                .toList();
    }

    List<DrawView.Reserve> reserves() {
        if (dossier.current() == null) {
            return List.of();
        }
        return dossier.outcome().reserves().stream()
                .map(r ->
                        new DrawView.Reserve(words(r.stratum()), r.rank(), r.subjectId(), names.subject(r.subjectId())))
                .toList();
    }

    static String words(String stratum) {
        return stratum.replace("|", " · ");
    }
}
