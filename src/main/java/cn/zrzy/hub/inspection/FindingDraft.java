package cn.zrzy.hub.inspection;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the inspected task's team enters (结果录入单).
 *
 * @param findingNo null for the first entry; a known number makes a correction
 * @param checkers 执法证号 of those who were there, at least two of the matched team
 */
record FindingDraft(
        @Nullable String findingNo,
        String taskNo,
        String itemCode,
        List<String> resultCodes,
        @Nullable String facts,
        @Nullable String suspectedClause,
        @Nullable String measures,
        LocalDate checkDate,
        List<String> checkers,
        @Nullable String method,
        @Nullable List<Finding.Evidence> evidence,
        String recorder,
        String reviewer,
        @Nullable String withheldReason,
        Finding.@Nullable Crime crime,
        @Nullable PenaltyDraft penalty) {}
