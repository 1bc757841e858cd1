package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.registry.Fitness;
import cn.zrzy.hub.registry.Inspectors;
import cn.zrzy.hub.registry.Undrawable;
import cn.zrzy.hub.registry.Undrawables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * 不可抽取名单, asked of the live lists themselves: a list kept beside them would be wrong on the day after a card ran out.
 * Inspectors are hundreds and judged one by one; of subjects the indexes know those that have an obstacle or an end.
 */
@Repository
class JdbcUndrawables implements Undrawables {

    private static final String SUBJECTS = """
            from (select feed, code, name, holder_name, since, valid_to, obstacle as reason from registry.subject_version
                  where until is null and not retired and obstacle <> ''
                  union all
                  select feed, code, name, holder_name, since, valid_to, '资质已过有效期' from registry.subject_version
                  where until is null and not retired and obstacle = '' and valid_to < :date) u """;

    private final JdbcClient jdbc;
    private final Inspectors inspectors;

    JdbcUndrawables(JdbcClient jdbc, Inspectors inspectors) {
        this.jdbc = jdbc;
        this.inspectors = inspectors;
    }

    @Override
    public List<Reason> reasons(LocalDate date) {
        Map<Reason, Long> amounts = new HashMap<>();
        people(date).forEach(person -> amounts.merge(new Reason(person.feed(), person.reason(), 0), 1L, Long::sum));
        List<Reason> all = new ArrayList<>(jdbc.sql(
                        "select feed, reason, count(*) as amount " + SUBJECTS + " group by feed, reason")
                .param("date", date)
                .query((row, i) -> new Reason(row.getString("feed"), row.getString("reason"), row.getLong("amount")))
                .list());
        amounts.forEach((reason, amount) -> all.add(new Reason(reason.feed(), reason.reason(), amount)));
        all.sort(Comparator.comparing(Reason::feed)
                .thenComparing(Comparator.comparingLong(Reason::rows).reversed())
                .thenComparing(Reason::reason));
        return all;
    }

    @Override
    public List<Undrawable> page(String feed, String reasonOrNull, LocalDate date, int offset, int limit) {
        List<Undrawable> people = people(date).stream()
                .filter(person -> person.feed().equals(feed))
                .toList();
        if (!people.isEmpty()) {
            return people.stream()
                    .filter(person -> reasonOrNull == null || person.reason().equals(reasonOrNull))
                    .skip(offset)
                    .limit(limit)
                    .toList();
        }
        return jdbc.sql("select * " + SUBJECTS + " " + """
                        where feed = :feed and (cast(:reason as text) is null or reason = :reason)
                        order by code, reason offset :offset limit :limit""")
                .param("date", date)
                .param("feed", feed)
                .param("reason", reasonOrNull)
                .param("offset", offset)
                .param("limit", limit)
                .query(JdbcUndrawables::subject)
                .list();
    }

    private List<Undrawable> people(LocalDate date) {
        Map<String, String> feeds = new HashMap<>();
        jdbc.sql("select key, feed from registry.inspector_version where until is null and not retired")
                .query(row -> {
                    feeds.put(row.getString("key"), row.getString("feed"));
                });
        return inspectors.judged(date).stream()
                .filter(verdict -> !verdict.fit())
                .map(verdict ->
                        person(verdict, feeds.getOrDefault(verdict.person().staffNo(), "")))
                .toList();
    }

    private static Undrawable person(Fitness.Verdict verdict, String feed) {
        return new Undrawable(
                verdict.person().staffNo(),
                Masking.name(verdict.person().name()),
                verdict.person().unit(),
                verdict.obstacle(),
                verdict.since(),
                feed);
    }

    private static Undrawable subject(ResultSet row, int i) throws SQLException {
        boolean ranOut = row.getString("reason").equals("资质已过有效期");
        OffsetDateTime since = ranOut
                ? Beijing.startOf(row.getDate("valid_to").toLocalDate().plusDays(1))
                : Beijing.of(row.getTimestamp("since").toInstant());
        return new Undrawable(
                row.getString("code"),
                Masking.party(row.getString("name")),
                Masking.party(row.getString("holder_name")),
                row.getString("reason"),
                since,
                row.getString("feed"));
    }
}
