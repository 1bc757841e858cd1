package cn.zrzy.hub.console.audit;

import cn.zrzy.hub.audit.AuditEntry;
import cn.zrzy.hub.audit.AuditEvent;
import cn.zrzy.hub.audit.AuditQuery;
import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** 审计日志 as the API gives it to an auditor, a page at a time; taking it away is in the trail, as by the console's button. */
@Component("trailRows")
class TrailRows {

    private static final int PAGE = 500;
    private static final String NEWEST = "newest";

    private final AuditTrail trail;
    private final Deeds deeds;

    TrailRows(AuditTrail trail, Deeds deeds) {
        this.trail = trail;
        this.deeds = deeds;
    }

    /**
     * @param action as the trail keeps it; {@code deed} is its name
     * @param prevHash with {@code hash} the row's place in the chain
     */
    record Row(
            long seq,
            OffsetDateTime at,
            String actor,
            String role,
            String address,
            String action,
            String deed,
            String object,
            String reason,
            String before,
            String after,
            String result,
            String prevHash,
            String hash) {}

    /**
     * Newest first, log-ins included.
     *
     * @param from first day and {@code to} last day, Beijing time
     * @param before rows below this number, or {@code newest}
     * @throws Rejected E-AUDIT-PERIOD
     */
    List<Row> page(String from, String to, String before) {
        LocalDate first = day(from, "from");
        LocalDate last = day(to, "to");
        Rejected.unless(!last.isBefore(first), "E-AUDIT-PERIOD", "止日早于起日，请对调", "to");
        AuditQuery query = new AuditQuery(
                first.atStartOfDay(Beijing.ZONE).toInstant(),
                last.plusDays(1).atStartOfDay(Beijing.ZONE).toInstant(),
                "",
                List.of(),
                "",
                List.of(),
                "",
                true,
                number(before));
        List<Row> rows = trail.page(query, PAGE).stream().map(this::row).toList();
        Acting.now()
                .ifPresent(who -> trail.record(
                        AuditEvent.by(who, "audit.exported", "audit.entry", from + " 至 " + to + "，" + before, "成功")));
        return rows;
    }

    private Row row(AuditEntry entry) {
        AuditEvent event = entry.event();
        return new Row(
                entry.seq(),
                Beijing.of(entry.at()),
                event.actor(),
                event.role(),
                event.ip(),
                event.action(),
                deeds.name(event.action()),
                Masking.text(event.objectKey()),
                Masking.text(event.reason()),
                Masking.text(event.before()),
                Masking.text(event.after()),
                event.result(),
                entry.prevHash(),
                entry.hash());
    }

    private static LocalDate day(String text, String field) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Rejected("E-AUDIT-PERIOD", "日期应写作 yyyy-MM-dd", Place.field(field));
        }
    }

    private static long number(String before) {
        try {
            return NEWEST.equals(before) ? Long.MAX_VALUE : Long.parseLong(before);
        } catch (NumberFormatException e) {
            throw new Rejected("E-AUDIT-PERIOD", "从第几条往前，写数字，或写 newest", Place.field("before"));
        }
    }
}
