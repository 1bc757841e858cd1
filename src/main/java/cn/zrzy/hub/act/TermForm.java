package cn.zrzy.hub.act;

import cn.zrzy.hub.delivery.window.Term;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.function.Function;

/** Reads when a partner is away out of an order (停机时间核对): with days every week, without them once. */
final class TermForm {

    private TermForm() {}

    /** @throws Rejected E-WINDOW-TERM */
    static Term read(ActOrder order, OffsetDateTime now) {
        Term term = order.days().isEmpty()
                ? Term.once(
                        part(order.begins(), OffsetDateTime::parse, "begins"),
                        part(order.ends(), OffsetDateTime::parse, "ends"))
                : Term.weekly(
                        order.days(),
                        part(order.begins(), LocalTime::parse, "begins"),
                        part(order.ends(), LocalTime::parse, "ends"));
        term.check(now);
        return term;
    }

    private static <T> T part(String text, Function<String, T> parse, String field) {
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw new Rejected(
                    "E-WINDOW-TERM",
                    "须写停机的起止时间：每周的勾选星期，写钟点，如 00:00 至 06:00；只停一次的写日期和钟点，如 2026-12-05T22:00:00+08:00",
                    Place.field(field));
        }
    }
}
