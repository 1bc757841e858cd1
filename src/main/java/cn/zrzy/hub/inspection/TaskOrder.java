package cn.zrzy.hub.inspection;

import java.time.LocalDate;
import java.util.List;

/** The document by which a finished draw orders its inspections (任务下达单); it arrives as JSON, so that this room and the plan's need not meet. */
record TaskOrder(
        String drawNo, String schemeNo, String planNo, LocalDate windowFrom, LocalDate windowTo, List<Line> lines) {

    /** Not yet entered, all of them open. */
    List<Task> tasks(String note) {
        return lines.stream()
                .map(line -> new Task(
                        "%s-T%03d".formatted(drawNo, line.rank()),
                        drawNo,
                        schemeNo,
                        planNo,
                        line.rank(),
                        line.objectId(),
                        line.objectName(),
                        line.itemCodes(),
                        line.inspectors(),
                        windowFrom,
                        windowTo,
                        Task.State.OPEN,
                        note))
                .toList();
    }

    record Line(int rank, String objectId, String objectName, List<String> itemCodes, List<Task.Checker> inspectors) {}
}
