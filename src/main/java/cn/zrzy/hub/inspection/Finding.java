package cn.zrzy.hub.inspection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * 检查结果, one version of it; a correction is a new version.
 *
 * @param resultCodes hub codes, see {@link ResultCode}; several at once are normal
 * @param withheldReason why it is 依法不公开; empty when it is published
 * @param crime null unless a crime is suspected (国务院令310号)
 * @param penalty null unless a penalty decision was made (双公示)
 */
public record Finding(
        String findingNo,
        int version,
        String taskNo,
        String drawNo,
        String planNo,
        String schemeNo,
        String objectId,
        String objectName,
        String itemCode,
        List<String> resultCodes,
        String facts,
        String suspectedClause,
        String measures,
        LocalDate checkDate,
        List<Task.Checker> checkers,
        String method,
        List<Evidence> evidence,
        String recorder,
        String reviewer,
        OffsetDateTime recordedAt,
        String withheldReason,
        Crime crime,
        Penalty penalty) {

    /**
     * 证据 / 涉案物品.
     *
     * @param sm3 digest of the file, 64 hex digits, or empty for a thing
     * @param storage where it is kept
     */
    public record Evidence(String no, String name, String spec, String quantity, String sm3, String storage) {}

    /** 涉嫌犯罪: the head's approval starts the 24 hours of 国务院令310号 §5. */
    public record Crime(
            String charge, String surveyReport, String expertOpinion, String approvedBy, OffsetDateTime approvedAt) {}

    /**
     * 行政处罚决定, the 双公示 part of a finding.
     *
     * @param party 法人及非法人组织, 自然人 or 个体工商户
     * @param fine 罚款金额 in 万元
     * @param confiscated 没收金额 in 万元
     */
    public record Penalty(
            String documentNo,
            String party,
            String creditCode,
            String violation,
            String basis,
            String category,
            String content,
            BigDecimal fine,
            BigDecimal confiscated,
            LocalDate decidedOn,
            LocalDate validUntil,
            LocalDate publicUntil) {}

    public String key() {
        return findingNo + "@" + version;
    }
}
