package cn.zrzy.hub.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * 执法检查人员, one version of one person. The identity number is kept only as a salted digest and in masked form.
 *
 * @param staffNo 工号
 * @param unit 单位, with its 统一社会信用代码 in unitCode
 * @param postKind 岗位大类: 执法岗, 工勤, 辅助
 * @param cardNo 执法证号
 * @param fields 执法领域
 * @param specialties 专长
 * @param regions 执法区域: 6-digit codes, or {@code 4110} for the whole city
 * @param leader 组长资格
 * @param duty 在岗状态: 在岗, 借调, 退休, 调离
 * @param maskedId 身份证号, masked
 */
public record Inspector(
        String staffNo,
        String name,
        String unit,
        String unitCode,
        String department,
        String postKind,
        String cardNo,
        LocalDate cardValidTo,
        List<String> fields,
        List<String> specialties,
        List<String> regions,
        boolean leader,
        String duty,
        String maskedId,
        int version,
        Instant since) {

    /** Why this person may not inspect on that day; empty when they may. */
    public String obstacle(LocalDate date) {
        String standing = standing();
        if (!standing.isEmpty()) {
            return standing;
        }
        if (cardValidTo == null) {
            return "执法证没有写有效期";
        }
        return cardValidTo.isBefore(date) ? "执法证已过期" : "";
    }

    String standing() {
        return standing(postKind, duty, cardNo);
    }

    /**
     * Why such a person may not inspect on any day. Only certified officers on an enforcement post may be drawn, helpers never
     * (国办发〔2024〕54号; 行政处罚法 §42 §55).
     */
    public static String standing(String postKind, String duty, String cardNo) {
        if (!"执法岗".equals(postKind)) {
            return "非执法岗（" + postKind + "）";
        }
        if (!"在岗".equals(duty)) {
            return "不在岗（" + duty + "）";
        }
        return cardNo.isEmpty() ? "无执法证" : "";
    }
}
