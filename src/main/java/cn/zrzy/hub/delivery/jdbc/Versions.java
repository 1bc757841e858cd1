package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.kernel.Rejected;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 版本先后: an older version is never sent over a newer one that the addressee has or may have. By itself the order of the
 * line sees to that; what people press could undo it, so it is asked here, by a caller that holds the line.
 */
@Component("dispatchVersions")
class Versions {

    private static final String VERSIONS = """
            from delivery.dispatch v
            where v.subject = ? and v.no %s ? and delivery.thread(v) = ? || ' ' || ? || ' ' || ?
            """;

    /** A refusal by a later receipt may still turn into an acceptance, so one that was ever sent or answered counts. */
    private static final String MAY_HAVE_ARRIVED = "(v.state in ('SENDING', 'SENT', 'DOUBTED', 'CONFIRMED') or v.unsure"
            + " or v.sent_at is not null"
            + " or exists (select 1 from delivery.receipt r where r.dispatch = v.no))";

    private static final String MAY_STILL_GO =
            "(v.state in ('OWED', 'SENDING', 'DOUBTED') or (v.state = 'PARKED' and v.unsure))";

    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Rejected E-DISPATCH-NEWER when a newer version is on its way, arrived, or may have arrived */
    void allowSending(DispatchRow row) {
        // One that is just being leased is waited for, so that it is judged as what it has become.
        jdbc.sql("select v.no " + VERSIONS.formatted(">") + " order by v.no for update of v")
                .params(row.subject(), row.no(), row.route(), row.partner(), row.orderKey())
                .query(Long.class)
                .list();
        other(row, ">", MAY_HAVE_ARRIVED, "E-DISPATCH-NEWER", "这是旧版，新版 %s 已报送或正在报送，旧版不得再报；本件请人工办结，内容仍有错的录入新版本");
    }

    /** @throws Rejected E-DISPATCH-OLDER when an older version could still go out by itself after this one is closed */
    void allowClosing(DispatchRow row) {
        other(row, "<", MAY_STILL_GO, "E-DISPATCH-OLDER", "旧版 %s 还会自动报送，先办结或停止旧版，再办结本件");
    }

    private void other(DispatchRow row, String side, String which, String code, String sentence) {
        jdbc.sql("select v.id " + VERSIONS.formatted(side) + " and " + which + " order by v.no desc limit 1")
                .params(row.subject(), row.no(), row.route(), row.partner(), row.orderKey())
                .query(String.class)
                .optional()
                .ifPresent(id -> {
                    throw new Rejected(code, sentence.formatted(id));
                });
    }
}
