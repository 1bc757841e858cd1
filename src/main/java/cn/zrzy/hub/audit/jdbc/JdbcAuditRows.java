package cn.zrzy.hub.audit.jdbc;

import cn.zrzy.hub.audit.AuditEntry;
import cn.zrzy.hub.audit.AuditEvent;
import cn.zrzy.hub.audit.AuditQuery;
import cn.zrzy.hub.audit.AuditRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the trail in {@code audit.entry}. */
@Repository
class JdbcAuditRows implements AuditRows {

    /** Any number that nobody else locks: the letters "audi". */
    private static final long LOCK = 0x61756469L;

    private static final String COLUMNS =
            "seq, at, actor, role, ip, action, object_key, reason, before_state, after_state, result, prev_hash, hash";

    private final JdbcClient jdbc;

    JdbcAuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", LOCK)
                .query((rs, n) -> 1)
                .single();
    }

    @Override
    public Optional<AuditEntry> last() {
        return jdbc.sql("select " + COLUMNS + " from audit.entry order by seq desc limit 1")
                .query(JdbcAuditRows::entry)
                .optional();
    }

    @Override
    public void append(AuditEntry e) {
        AuditEvent event = e.event();
        jdbc.sql("insert into audit.entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(e.seq())
                .param(OffsetDateTime.ofInstant(e.at(), ZoneOffset.UTC))
                .params(List.of(
                        event.actor(),
                        event.role(),
                        event.ip(),
                        event.action(),
                        event.objectKey(),
                        event.reason(),
                        event.before(),
                        event.after(),
                        event.result(),
                        e.prevHash(),
                        e.hash()))
                .update();
    }

    @Override
    public Optional<AuditEntry> find(long seq) {
        return jdbc.sql("select " + COLUMNS + " from audit.entry where seq = :seq")
                .param("seq", seq)
                .query(JdbcAuditRows::entry)
                .optional();
    }

    @Override
    public List<AuditEntry> after(long seq, int limit) {
        return jdbc.sql("select " + COLUMNS + " from audit.entry where seq > :seq order by seq limit :limit")
                .param("seq", seq)
                .param("limit", limit)
                .query(JdbcAuditRows::entry)
                .list();
    }

    @Override
    public List<AuditEntry> search(String actor, String action, String objectKey, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from audit.entry
                        where (:actor = '' or actor = :actor or starts_with(actor, :actor || '/'))
                          and (:action = '' or action = :action)
                          and (:object = '' or object_key = :object)
                        order by seq desc limit :limit""")
                .param("actor", actor)
                .param("action", action)
                .param("object", objectKey)
                .param("limit", limit)
                .query(JdbcAuditRows::entry)
                .list();
    }

    @Override
    public List<AuditEntry> page(AuditQuery query, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from audit.entry
                        where seq < :before and at >= :from and at < :until
                          and (:who = '' or actor = any (:actors) or strpos(lower(actor), lower(:who)) > 0)
                          and (:module = '' or starts_with(action, :module || '.'))
                          and (cardinality(:actions) = 0 or action = any (:actions))
                          and (:object = '' or strpos(lower(object_key), lower(:object)) > 0)
                          and (:logins or action not in ('console.login', 'console.logout'))
                        order by seq desc limit :limit""")
                .param("before", query.before())
                .param("from", OffsetDateTime.ofInstant(query.from(), ZoneOffset.UTC))
                .param("until", OffsetDateTime.ofInstant(query.until(), ZoneOffset.UTC))
                .param("who", query.who())
                .param("actors", query.actors().toArray(String[]::new))
                .param("module", query.module())
                .param("actions", query.actions().toArray(String[]::new))
                .param("object", query.object())
                .param("logins", query.logins())
                .param("limit", limit)
                .query(JdbcAuditRows::entry)
                .list();
    }

    /** From one verb to the next by the index, however long the trail is. */
    @Override
    public List<String> actions() {
        return jdbc.sql("""
                        with recursive verb as (
                            (select action from audit.entry order by action limit 1)
                            union all
                            select (select e.action from audit.entry e where e.action > verb.action order by e.action limit 1)
                            from verb where verb.action is not null)
                        select action from verb where action is not null""").query(String.class).list();
    }

    private static AuditEntry entry(ResultSet rs, int row) throws SQLException {
        return new AuditEntry(
                rs.getLong("seq"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                new AuditEvent(
                        rs.getString("actor"),
                        rs.getString("role"),
                        rs.getString("ip"),
                        rs.getString("action"),
                        rs.getString("object_key"),
                        rs.getString("reason"),
                        rs.getString("before_state"),
                        rs.getString("after_state"),
                        rs.getString("result")),
                rs.getString("prev_hash"),
                rs.getString("hash"));
    }
}
