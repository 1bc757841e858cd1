package cn.zrzy.hub.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 检查对象, one version of it.
 *
 * @param code typed identity: the 统一社会信用代码 of a unit, {@code DK:<宗地代码>}, {@code XM:<项目代码>}, {@code KQ:<许可证号>}
 * @param holderName 权利人/建设单位/单位 that is inspected; for a unit its own name
 * @param holderCode the holder's 统一社会信用代码; empty for natural persons and where the source has none
 * @param region 行政区划代码, 6 digits
 * @param tags 标签: qualification level, land use, mineral, 闲置 …; the catalog's targets may ask for one
 * @param creditClass 信用风险等级 A–D, or empty
 * @param status the source's word: 在用, 在建, 有效 …
 * @param obstacle why it cannot be drawn (不可抽取原因); empty when it can
 * @param validTo last day of its licence where that matters for drawing; null otherwise
 * @param details further fields in the source's order: areas in m², licence numbers; no personal data
 * @param version from 1, per code and kind
 */
public record Subject(
        String code,
        SubjectKind kind,
        String name,
        String holderName,
        String holderCode,
        String region,
        List<String> tags,
        String creditClass,
        String status,
        String obstacle,
        LocalDate validTo,
        Map<String, String> details,
        String feed,
        int version,
        Instant since) {

    /**
     * The version that stood at that moment (当时登记); the first one when the moment is before it.
     *
     * @param versions all of one code, in any order
     */
    public static Optional<Subject> standing(List<Subject> versions, Instant moment) {
        Comparator<Subject> age = Comparator.comparing(Subject::since).thenComparing(Subject::version);
        return versions.stream()
                .filter(version -> !version.since().isAfter(moment))
                .max(age)
                .or(() -> versions.stream().min(age));
    }
}
