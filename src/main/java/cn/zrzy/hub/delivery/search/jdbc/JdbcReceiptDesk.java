package cn.zrzy.hub.delivery.search.jdbc;

import cn.zrzy.hub.delivery.ReceiptDesk;
import cn.zrzy.hub.kernel.search.Sought;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository("receiptDesk")
class JdbcReceiptDesk implements ReceiptDesk {

    private static final String LINE = """
            select d.id as dispatch, d.partner, d.fact_key as key, d.sentence, s.sent_at,
                   coalesce(b.digest, '') as digest, coalesce(r.receipt_no, '') as receipt_no,
                   coalesce(r.verdict, '') as verdict, coalesce(r.digest, '') as receipt_digest, r.received_at, r.read_at,
                   coalesce(a.code, '') as object, coalesce(a.name, '') as name, coalesce(a.draw_no, '') as draw_no
            from delivery.dispatch d
            left join delivery.fact_about a on a.fact_key = d.fact_key
            left join delivery.body b on b.dispatch = d.no
            left join lateral (select min(t.started_at) as sent_at from delivery.attempt t
                               where t.dispatch = d.no and t.request_digest <> '') s on true
            left join lateral (select * from delivery.receipt x where x.dispatch = d.no order by x.no desc limit 1) r on true
            """;

    private static final RowMapper<Sent> SENT = new SimplePropertyRowMapper<>(Sent.class);
    private static final RowMapper<Signed> SIGNED = new SimplePropertyRowMapper<>(Signed.class);

    private final JdbcClient jdbc;

    JdbcReceiptDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> about(Collection<String> codes, Collection<String> sealed, int most) {
        return jdbc.sql(LINE + """
                        where d.no in (select k.dispatch from delivery.dispatch_key k
                                       where k.key = any (cast(:codes as text[])) order by k.dispatch desc limit :reach)
                          and not coalesce(a.draw_no = any (cast(:sealed as text[])), false)
                        order by d.no desc limit :most
                        """)
                .param("codes", codes.stream().map(Sought::plain).toArray(String[]::new))
                .param("sealed", sealed.toArray(String[]::new))
                .param("reach", 4 * most) // a message of one firm stands there once for each of its keys
                .param("most", most)
                .query(JdbcReceiptDesk::line)
                .list();
    }

    @Override
    public List<Line> sent(String partner, OffsetDateTime from, OffsetDateTime until, String after, int most) {
        return jdbc.sql(LINE + """
                        where d.partner = :partner and d.no in (
                            select t.dispatch from delivery.attempt t
                            where t.started_at >= :from and t.started_at < :until and t.request_digest <> '')
                          and s.sent_at >= :from and s.sent_at < :until and d.id > :after
                        order by d.no limit :most
                        """)
                .param("partner", partner)
                .param("from", from)
                .param("until", until)
                .param("after", after)
                .param("most", most)
                .query(JdbcReceiptDesk::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(SENT.mapRow(row, number), SIGNED.mapRow(row, number));
    }
}
