package cn.zrzy.hub.inspection;

import java.time.LocalDate;
import java.util.List;

/**
 * What the inspected task's team enters (结果录入单).
 *
 * @param findingNo null for the first entry; a known number makes a correction
 * @param checkers 执法证号 of those who were there, at least two of the matched team
 */
record FindingDraft(
        String findingNo,
        String taskNo,
        String itemCode,
        List<String> resultCodes,
        String facts,
        String suspectedClause,
        String measures,
        LocalDate checkDate,
        List<String> checkers,
        String method,
        List<Finding.Evidence> evidence,
        String recorder,
        String reviewer,
        String withheldReason,
        Finding.Crime crime,
        PenaltyDraft penalty) {}
