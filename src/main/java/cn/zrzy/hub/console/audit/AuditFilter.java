package cn.zrzy.hub.console.audit;

import cn.zrzy.hub.kernel.Beijing;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * The form above the trail (筛选条件).
 *
 * @param from first day, {@code to} last day, Beijing time; null for no bound
 * @param before rows below this number; null for the newest
 */
record AuditFilter(
        @DateTimeFormat(iso = ISO.DATE) LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) LocalDate to,
        String actor,
        String action,
        String module,
        String object,
        Boolean logins,
        Long before) {

    AuditFilter {
        actor = words(actor);
        action = words(action);
        module = words(module);
        object = words(object);
        logins = Boolean.TRUE.equals(logins); // a box that is not ticked is not sent
    }

    /** No bound is a bound far away: PostgreSQL's earliest moment is none of Java's. */
    Instant since() {
        return from == null ? Instant.EPOCH : from.atStartOfDay(Beijing.ZONE).toInstant();
    }

    Instant until() {
        LocalDate last = to == null ? LocalDate.of(9998, 1, 1) : to;
        return last.plusDays(1).atStartOfDay(Beijing.ZONE).toInstant();
    }

    private static String words(String text) {
        return text == null ? "" : text.strip();
    }
}
