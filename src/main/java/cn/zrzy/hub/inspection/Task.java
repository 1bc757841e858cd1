package cn.zrzy.hub.inspection;

import java.time.LocalDate;
import java.util.List;

/**
 * 检查任务: one drawn subject with its matched team.
 *
 * @param taskNo draw number and rank, for example {@code XC-2026-D0001-T003}
 * @param note why it was cancelled, changed or ordered after the draw; empty while it stands as the draw ordered it
 */
public record Task(
        String taskNo,
        String drawNo,
        String schemeNo,
        String planNo,
        int rank,
        String objectId,
        String objectName,
        List<String> itemCodes,
        List<Checker> inspectors,
        LocalDate windowFrom,
        LocalDate windowTo,
        State state,
        String note) {

    /** OPEN 待检查, REPORTED 已录入结果, CANCELLED 已撤销 (its draw was voided or corrected). */
    public enum State {
        OPEN,
        REPORTED,
        CANCELLED
    }

    Task cancelled(String why) {
        return changed(itemCodes, inspectors, State.CANCELLED, why);
    }

    Task changed(List<String> items, List<Checker> team, State next, String why) {
        return new Task(
                taskNo,
                drawNo,
                schemeNo,
                planNo,
                rank,
                objectId,
                objectName,
                items,
                team,
                windowFrom,
                windowTo,
                next,
                why);
    }

    /** 执法检查人员 by name and 执法证号. */
    public record Checker(String name, String certNo, boolean leader) {}
}
