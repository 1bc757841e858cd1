package cn.zrzy.hub.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/**
 * One version of one item of the 随机抽查事项清单 (检查事项). Later versions never overwrite earlier ones: a plan keeps the
 * version that it was approved with.
 *
 * @param code ours, {@code NRP-09}
 * @param targets kinds of subjects, each {@code KIND} or {@code KIND/tag}, as {@code registry.Subjects.eligible} takes them
 * @param methods 检查方式, for example 实地 书面 网络监测
 * @param levels 实施层级: 省 市 县
 * @param key true for 重点检查事项, false for 一般检查事项
 * @param ratio share to draw in basis points (2000 = 20 %); empty when no number is set, see ratioSource
 * @param ratioSource text that the ratio rests on
 * @param unverified true when class or ratio are our own knowledge [OKU] that the bureau must confirm
 * @param enterprises 是否涉企: falls under the yearly cap per enterprise of 国办发〔2024〕54号
 * @param validTo last day of validity; null while open
 * @param version from 1, per code
 */
public record InspectionItem(
        String code,
        String name,
        List<String> targets,
        String basis,
        List<String> methods,
        List<String> levels,
        boolean key,
        OptionalInt ratio,
        String ratioSource,
        boolean unverified,
        String frequency,
        boolean enterprises,
        LocalDate validFrom,
        LocalDate validTo,
        int version) {

    public boolean validOn(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
    }
}
