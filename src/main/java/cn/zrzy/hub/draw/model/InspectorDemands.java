package cn.zrzy.hub.draw.model;

import cn.zrzy.hub.draw.canon.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a draw demands of every inspector in its pool (人员入池条件): one list, asked by the sync row by row, by whoever builds
 * a pool and, at last, by the draw. One person who does not meet it is left out; he must never stop the draw.
 */
public final class InspectorDemands {

    private InspectorDemands() {}

    /** @param code the draw's refusal; @param field 执法证号, 部门, 执法区域 or 专长 */
    public record Fault(String code, String field, String message) {}

    public static Optional<Fault> card(String cardNo) {
        return fault(Words.inspectorFault(cardNo), "E-DRAW-ID", "执法证号");
    }

    /** @param department as {@link #department(String, String)} gives it */
    public static Optional<Fault> department(String department) {
        return fault(Words.wordFault(department), "E-DRAW-WORD", "部门");
    }

    public static Optional<Fault> regions(List<String> regions) {
        String fault = regions.isEmpty() ? "执法区域为空" : Words.listFault(regions, Words::regionFault);
        return fault(fault, "E-DRAW-REGION", "执法区域");
    }

    public static Optional<Fault> expertise(List<String> tags) {
        return fault(Words.listFault(tags, Words::wordFault), "E-DRAW-WORD", "专长");
    }

    /** The first of the demands that this line of a pool does not meet. */
    public static Optional<Fault> first(String cardNo, String department, List<String> regions, List<String> tags) {
        return Stream.of(card(cardNo), department(department), regions(regions), expertise(tags))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** 部门 as a code word: the 科室, or the 单位 of who has none, without the signs that the canonical form reserves. */
    public static String department(String department, String unit) {
        return (department.isEmpty() ? unit : department)
                .replaceAll("[,\"|+:\\\\]", " ")
                .strip();
    }

    private static Optional<Fault> fault(String message, String code, String field) {
        return message.isEmpty() ? Optional.empty() : Optional.of(new Fault(Words.code(message, code), field, message));
    }
}
