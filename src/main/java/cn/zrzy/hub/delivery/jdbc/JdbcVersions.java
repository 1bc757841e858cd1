package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.dispatch.Consignment;
import cn.zrzy.hub.delivery.dispatch.Versions;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 版本先后 in {@code delivery.dispatch}. */
@Component("dispatchVersions")
class JdbcVersions implements Versions {

    private static final String VERSIONS = """
            from delivery.dispatch v
            where v.subject = :subject and v.no %s :no
              and delivery.thread(v) = :route || ' ' || :partner || ' ' || :orderKey
            """;

    /** A refusal by a later receipt may still turn into an acceptance, so one that was ever sent or answered counts. */
    private static final String MAY_HAVE_ARRIVED = "(v.state in ('SENDING', 'SENT', 'DOUBTED', 'CONFIRMED') or v.unsure"
            + " or v.sent_at is not null"
            + " or exists (select 1 from delivery.receipt r where r.dispatch = v.no))";

    private static final String MAY_STILL_GO =
            "(v.state in ('OWED', 'SENDING', 'DOUBTED') or (v.state = 'PARKED' and v.unsure))";

    private final JdbcClient jdbc;

    JdbcVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> newer(Consignment one) {
        // One that is just being leased is waited for, so that it is judged as what it has become.
        jdbc.sql("select v.no " + VERSIONS.formatted(">") + " order by v.no for update of v")
                .paramSource(one)
                .query(Long.class)
                .list();
        return other(one, ">", MAY_HAVE_ARRIVED);
    }

    @Override
    public Optional<String> older(Consignment one) {
        return other(one, "<", MAY_STILL_GO);
    }

    private Optional<String> other(Consignment one, String side, String which) {
        return jdbc.sql("select v.id " + VERSIONS.formatted(side) + " and " + which + " order by v.no desc limit 1")
                .paramSource(one)
                .query(String.class)
                .optional();
    }
}
