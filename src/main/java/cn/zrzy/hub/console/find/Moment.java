package cn.zrzy.hub.console.find;

import cn.zrzy.hub.delivery.ReceiptDesk;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.search.Found;
import cn.zrzy.hub.registry.Histories;
import cn.zrzy.hub.registry.RowChange;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * One entry of a time line (时间线条目).
 *
 * @param kind name of a {@link Found.Kind}, {@code VERSION} or {@code RECEIPT}; its word is {@code found.<kind>}
 * @param key by which it is known; {@code href} is its page, empty when this one is
 * @param state {@code <kind>.<state>}; empty when it has none
 * @param partner code of the agency that it went to, empty for what stays here
 */
record Moment(
        OffsetDateTime at,
        String kind,
        String key,
        String href,
        String state,
        String partner,
        String detail,
        List<RowChange.Field> fields) {

    /** In the file of an object; what else that holds is told apart by its code. */
    static Moment of(Found found, String file, Places places) {
        boolean here = found.kind() == Found.Kind.VISIT || found.kind() == Found.Kind.FINDING;
        boolean other = !found.object().isEmpty() && !found.object().equals(file);
        return of(found, here ? "" : places.of(found), other ? found.object() + "：" : "");
    }

    /** In the file of an inspector: where he was sent. */
    static Moment ofVisitor(Found found, Places places) {
        return of(found, places.of(found), found.name() + "（" + found.object() + "）：");
    }

    private static Moment of(Found found, String href, String before) {
        boolean sent = found.kind() == Found.Kind.MESSAGE;
        return new Moment(
                found.at(),
                found.kind().name(),
                found.key(),
                href,
                found.state().isEmpty() ? "" : found.kind() + "." + found.state(),
                sent ? found.holder() : "",
                before + found.detail(),
                List.of());
    }

    static Moment of(Histories.Version version, Places places) {
        return of(version, places, Moment::shown);
    }

    /** Of a person, whose name may look like a firm's. */
    static Moment ofInspector(Histories.Version version, Places places) {
        return of(version, places, (field, value) -> field.equals("名称") ? Masking.name(value) : shown(field, value));
    }

    private static Moment of(Histories.Version version, Places places, BinaryOperator<String> shown) {
        return new Moment(
                version.since(),
                "VERSION",
                version.key() + " 第" + version.version() + "版",
                places.run(version.runId()),
                "VERSION." + version.change(),
                "",
                version.runId(),
                version.fields().stream()
                        .map(field -> new RowChange.Field(
                                field.name(),
                                shown.apply(field.name(), field.before()),
                                shown.apply(field.name(), field.after())))
                        .toList());
    }

    static Moment of(ReceiptDesk.Line line, Places places) {
        ReceiptDesk.Signed signed = line.signed();
        return new Moment(
                signed.readAt(),
                "RECEIPT",
                signed.receiptNo(),
                places.message(line.sent().dispatch()),
                "RECEIPT." + (line.matches() ? "SAME" : "DIFFERENT"),
                line.sent().partner(),
                signed.verdict() + "，" + line.sent().key(),
                List.of());
    }

    /** Names of people, wherever a row has them. */
    private static String shown(String field, String value) {
        return switch (field) {
            case "名称", "权利人" -> Masking.party(value);
            default -> Masking.text(value);
        };
    }
}
