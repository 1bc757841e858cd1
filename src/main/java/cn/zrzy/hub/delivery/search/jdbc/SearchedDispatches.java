package cn.zrzy.hub.delivery.search.jdbc;

import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.kernel.search.Sought;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From words to dispatches (检索): fragments are looked for among the known keys, each of which stands there once however many
 * messages it leads to; from a key the newest of its messages are read. So the cost goes by how many keys fit, bounded by
 * {@link #KEYS}, and not by how long the history is.
 */
public final class SearchedDispatches {

    /** So many keys are followed; whoever fits more should type more. What fits in full is followed in any case. */
    private static final int KEYS = 500;

    private static final Pattern NUMBER = Pattern.compile("D0*([0-9]{1,9})");
    private static final Pattern NUMBER_BEGUN = Pattern.compile("D[0-9]{1,8}");
    private static final Pattern TRACE = Pattern.compile("[0-9A-F]{8,32}");

    /** Joins and conditions behind {@code delivery.dispatch d left join delivery.fact_about a}. */
    public static final String WHERE = """
            join (
                select no, bool_or(whole) as whole from (
                    with closed as materialized (
                        select d.no from delivery.fact_about a join delivery.dispatch d using (fact_key)
                        where a.draw_no = any (cast(:sealed as text[]))),
                    fragment as materialized (
                        select no, key, said from delivery.known_key where key like cast(:like as text) limit :scanned),
                    wanted as (
                        select key, said, true as whole from delivery.known_key
                        where key = :words or key = any (cast(:keys as text[]))
                        union all
                        (select key, said, false from fragment order by no desc limit :follow))
                    select h.no, w.whole from wanted w cross join lateral (
                        (select k.dispatch as no from delivery.dispatch_key k where k.key = w.key and k.dispatch not in (select no from closed)
                         order by k.dispatch desc limit :reach)
                        union all
                        (select f.no from delivery.dispatch f
                         where f.fact_key = w.said and f.no not in (select no from closed) order by f.no desc limit :reach)
                        union all
                        (select o.no from delivery.dispatch o
                         where o.order_key = w.said and o.no not in (select no from closed) order by o.no desc limit :reach)) h
                    union all
                    select no, true from delivery.dispatch where no = cast(:number as bigint) or id = :words
                    union all
                    (select no, false from delivery.dispatch
                     where id between :begun and :ends and no not in (select no from closed) order by id desc limit :reach)
                    union all
                    (select no, false from delivery.dispatch where trace_id between :trace and :traces limit :reach)
                    union all
                    (select no, true from delivery.dispatch where upper(idempotency_key) like cast(:beginning as text) limit :reach)
                    union all
                    (select r.dispatch, true from delivery.receipt r
                     where upper(r.receipt_no) = :words and r.dispatch not in (select no from closed)
                     order by r.dispatch desc limit :reach)
                    union all
                    (select dispatch, false from (
                        select r.dispatch from delivery.receipt r
                        where upper(r.receipt_no) like cast(:like as text) and r.dispatch not in (select no from closed)
                        limit :scanned) r
                     order by dispatch desc limit :reach)) hits
                group by no) hit on hit.no = d.no
            where (cast(:state as text) is null or d.state = :state)
              and (cast(:partner as text) is null or d.partner = :partner)
              and (cast(:cause as text) is null or (d.cause_code = :cause and d.state <> 'CONFIRMED'))
              and not coalesce(a.draw_no = any (cast(:sealed as text[])), false)
            order by hit.whole desc, d.no desc limit :most
            """;

    private SearchedDispatches() {}

    public static Map<String, Object> parameters(Sought sought, DispatchDesk.Filter filter) {
        String words = sought.words();
        Sought fragments = sought.inHistory();
        Map<String, Object> parameters = new HashMap<>(fragments.parameters());
        parameters.put("keys", sought.codes().stream().map(Sought::plain).toArray(String[]::new));
        parameters.put("follow", KEYS);
        // A filter is applied behind the search, so more than are shown must come through it.
        parameters.put("reach", narrowed(filter) ? 10 * sought.most() : sought.most());
        parameters.put("state", filter.state() == null ? null : filter.state().name());
        parameters.put("partner", filled(filter.partner()));
        parameters.put("cause", filled(filter.causeCode()));
        Matcher number = NUMBER.matcher(words);
        parameters.put("number", number.matches() ? Long.valueOf(number.group(1)) : null);
        boolean begun = NUMBER_BEGUN.matcher(words).matches();
        parameters.put("begun", begun ? filled(words, 10, '0') : null);
        parameters.put("ends", begun ? filled(words, 10, '9') : null);
        parameters.put("beginning", words.contains(":") ? sought.like().substring(1) : null);
        boolean trace = TRACE.matcher(words).matches();
        parameters.put("trace", trace ? filled(words.toLowerCase(Locale.ROOT), 32, '0') : null);
        parameters.put("traces", trace ? filled(words.toLowerCase(Locale.ROOT), 32, 'f') : null);
        return parameters;
    }

    private static boolean narrowed(DispatchDesk.Filter filter) {
        return filter.state() != null || filled(filter.partner()) != null || filled(filter.causeCode()) != null;
    }

    private static String filled(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static String filled(String text, int length, char with) {
        return text + String.valueOf(with).repeat(length - text.length());
    }
}
