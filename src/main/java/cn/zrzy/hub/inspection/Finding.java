package cn.zrzy.hub.inspection;

import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.registry.RegisteredParty;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 检查结果, one version of it; a correction is a new version.
 *
 * @param resultCodes hub codes, see {@link ResultCode}; several at once are normal
 * @param party whoever answers for the subject, as registered on the day of the check; null in findings of earlier releases
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
        RegisteredParty party,
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

    private static final Set<String> PROBLEMS = Set.of("R05", "R06", "R08");

    /**
     * 证据 / 涉案物品.
     *
     * @param sm3 digest of the file, 64 hex digits, or empty for a thing
     * @param storage where it is kept
     */
    public record Evidence(
            @Nullable String no,
            String name,
            @Nullable String spec,
            @Nullable String quantity,
            @Nullable String sm3,
            @Nullable String storage) {}

    /** 涉嫌犯罪: the head's approval starts the 24 hours of 国务院令310号 §5. */
    public record Crime(
            String charge,
            @Nullable String surveyReport,
            @Nullable String expertOpinion,
            String approvedBy,
            OffsetDateTime approvedAt) {

        /** 调查情况: the report, or where there is none the facts of the finding. */
        public String investigation(String facts) {
            return surveyReport == null || surveyReport.isBlank() ? facts : surveyReport;
        }
    }

    /**
     * 行政处罚决定, the 双公示 part of a finding.
     *
     * @param party 法人及非法人组织, 自然人 or 个体工商户
     * @param punished 行政相对人, as registered on the day of the decision; null for a natural person and in findings of
     *     earlier releases
     * @param otherFirmReason why another firm than the subject's holder was punished; empty when it was the holder
     * @param fine 罚款金额 in 万元
     * @param confiscated 没收金额 in 万元
     */
    @JsonIgnoreProperties("creditCode") // typed and never checked, in findings of earlier releases
    public record Penalty(
            String documentNo,
            String party,
            RegisteredParty punished,
            String otherFirmReason,
            String violation,
            String basis,
            String category,
            String content,
            BigDecimal fine,
            BigDecimal confiscated,
            LocalDate decidedOn,
            LocalDate validUntil,
            LocalDate publicUntil) {

        /** @throws Rejected E-PARTY-UNCHECKED when nobody has held name and code against the registry */
        public RegisteredParty checkedPunished() {
            return checked(punished);
        }

        /** What it is, however its number is written (决定的身份): one decision on one party. */
        public String identity(RegisteredParty holder) {
            String who = punished == null ? "自然人 " + holder.subject() : punished.creditCode();
            return who + "/" + DocumentNo.plain(documentNo);
        }
    }

    public String key() {
        return findingNo + "@" + version;
    }

    /** @throws Rejected E-PARTY-UNCHECKED when nobody has held name and code against the registry */
    public RegisteredParty checkedParty() {
        return checked(party);
    }

    /** 有须执法机构处理的问题: corrected on order, obstruction, or to be handled further (notice §二(四)). */
    boolean problem() {
        return resultCodes.stream().anyMatch(PROBLEMS::contains);
    }

    boolean withheldProblem() {
        return withheld() && problem();
    }

    public boolean withheld() {
        return !withheldReason.isEmpty();
    }

    private static RegisteredParty checked(RegisteredParty party) {
        if (party == null) {
            throw new Rejected("E-PARTY-UNCHECKED", "本件录入时没有核对当事人的名称与代码是否同一主体，请更正一次该结果（系统按名录库重新核对）后再报");
        }
        return party;
    }
}
