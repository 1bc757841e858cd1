package cn.zrzy.hub.inspection;

import java.time.LocalDate;
import java.util.List;

/**
 * 检查任务: one drawn subject with its matched team.
 *
 * @param taskNo draw number and rank, for example {@code XC-2026-D0001-T003}
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
        State state) {

    /** OPEN 待检查, REPORTED 已录入结果. */
    public enum State {
        OPEN,
        REPORTED
    }

    /** 执法检查人员 by name and 执法证号. */
    public record Checker(String name, String certNo, boolean leader) {}
}
