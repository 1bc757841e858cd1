package cn.zrzy.hub.console.jdbc;

import cn.zrzy.hub.console.Verdicts;
import cn.zrzy.hub.kernel.Breach;
import cn.zrzy.hub.kernel.SelfCheck;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the verdicts in {@code console.breach} and {@code console.book_check}. */
@Repository
class JdbcVerdicts implements Verdicts {

    private static final int SUSPECTS = 1_000;

    private final JdbcClient jdbc;

    JdbcVerdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void watch(String book) {
        jdbc.sql(
                        "insert into console.book_check (book, checked_at) values (?, clock_timestamp()) on conflict do nothing")
                .param(book)
                .update();
    }

    @Override
    public boolean myTurn() {
        // A hub that is frozen during its turn loses it after a minute.
        return jdbc.sql("""
                        select set_config('idle_in_transaction_session_timeout', '60s', true) <> ''
                               and pg_try_advisory_xact_lock(20261127, 98)
                        """).query(Boolean.class).single();
    }

    @Override
    public List<String> suspects(String book) {
        return jdbc.sql("select object from console.breach where book = ? and cleared_at is null order by no limit ?")
                .params(book, SUSPECTS)
                .query(String.class)
                .list();
    }

    @Override
    public void keep(String book, SelfCheck.Findings findings) {
        Set<Breach> found = new HashSet<>(findings.breaches());
        for (Breach open : openOf(book, findings.objects())) {
            if (!found.remove(open)) {
                close(book, open);
            }
        }
        found.forEach(breach -> open(book, breach));
        jdbc.sql("update console.book_check set checked_at = clock_timestamp() where book = ?")
                .param(book)
                .update();
    }

    private List<Breach> openOf(String book, Set<String> objects) {
        return jdbc.sql("""
                        select invariant, object, detail from console.breach
                        where book = ? and object = any(string_to_array(?, ',')) and cleared_at is null
                        """)
                .params(book, String.join(",", objects))
                .query((row, n) ->
                        new Breach(row.getString("invariant"), row.getString("object"), row.getString("detail")))
                .list();
    }

    private void open(String book, Breach breach) {
        jdbc.sql(
                        "insert into console.breach (book, invariant, object, detail) values (?, ?, ?, ?) on conflict do nothing")
                .params(book, breach.invariant(), breach.object(), breach.detail())
                .update();
    }

    private void close(String book, Breach breach) {
        jdbc.sql("""
                        update console.breach set cleared_at = clock_timestamp()
                        where book = ? and object = ? and invariant = ? and detail = ? and cleared_at is null
                        """)
                .params(book, breach.object(), breach.invariant(), breach.detail())
                .update();
    }

    @Override
    public Standing standing(int limit) {
        List<Open> oldest = jdbc.sql("select * from console.breach where cleared_at is null order by no limit ?")
                .param(limit)
                .query((row, n) -> new Open(
                        row.getString("book"),
                        new Breach(row.getString("invariant"), row.getString("object"), row.getString("detail")),
                        row.getObject("found_at", OffsetDateTime.class)))
                .list();
        long open = oldest.size() < limit
                ? oldest.size()
                : jdbc.sql("select count(*) from console.breach where cleared_at is null")
                        .query(Long.class)
                        .single();
        OffsetDateTime checked = jdbc.sql("select min(checked_at) from console.book_check")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .get(0);
        return new Standing(oldest, open, checked);
    }
}
