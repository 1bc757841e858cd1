package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.delivery.dispatch.Consignment;
import cn.zrzy.hub.delivery.dispatch.Course;
import cn.zrzy.hub.delivery.dispatch.Dispatch;
import cn.zrzy.hub.delivery.dispatch.Lease;
import cn.zrzy.hub.delivery.dispatch.Moments;
import cn.zrzy.hub.delivery.dispatch.Signed;
import cn.zrzy.hub.delivery.dispatch.Situation;
import cn.zrzy.hub.delivery.dispatch.Tally;
import cn.zrzy.hub.delivery.dispatch.Text;
import cn.zrzy.hub.delivery.ledger.Dispatches;
import cn.zrzy.hub.delivery.ledger.Owed;
import cn.zrzy.hub.kernel.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code delivery.dispatch}: one select under the row's lock, one update. */
@Repository("dispatches")
class JdbcDispatches implements Dispatches {

    private static final String SELECT = """
            select d.*, clock_timestamp() as now,
                   coalesce((select b.digest from delivery.body b where b.dispatch = d.no), '') as body_digest
            from delivery.dispatch d
            """;

    private static final String UPDATE = """
            update delivery.dispatch
            set state = :state, unsure = :unsure, waits_for = :waitsFor, cause_code = :causeCode, cause = :cause,
                owner = :owner, attempts = :attempts, asks = :asks, setbacks = :setbacks, unfinished = :unfinished,
                lease_until = :leaseUntil, lease_begun = :leaseBegun, next_at = :nextAt,
                failing_since = :failingSince, sent_at = :sentAt, confirmed_at = :confirmedAt, parked_at = :parkedAt,
                yielded_at = :yieldedAt
            where no = :no
            """;

    private static final RowMapper<Consignment> WHAT = new SimplePropertyRowMapper<>(Consignment.class);
    private static final RowMapper<Situation> SITUATION = new SimplePropertyRowMapper<>(Situation.class);
    private static final RowMapper<Lease> LEASE = new SimplePropertyRowMapper<>(Lease.class);
    private static final RowMapper<Tally> TALLY = new SimplePropertyRowMapper<>(Tally.class);
    private static final RowMapper<Moments> MOMENTS = new SimplePropertyRowMapper<>(Moments.class);

    private final JdbcClient jdbc;
    private final Lines lines;
    private final FactKeys keys;
    private final DispatchHistory history;
    private final ApplicationEventPublisher facts;

    JdbcDispatches(
            JdbcClient jdbc, Lines lines, FactKeys keys, DispatchHistory history, ApplicationEventPublisher facts) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.keys = keys;
        this.history = history;
        this.facts = facts;
    }

    @Override
    public void enter(Owed owed, Fact fact) {
        jdbc.sql("""
                        insert into delivery.dispatch (route, partner, stage, askable, event, fact_key, subject, order_key,
                            sentence, idempotency_key, state, next_at, trace_id, owner)
                        values (:route, :partner, :stage, :askable, :event, :factKey, :subject, :orderKey,
                            :sentence, :idempotencyKey, 'OWED', clock_timestamp(), :traceId, :owner)
                        on conflict (route, fact_key) do nothing
                        """).paramSource(owed).update();
        keys.keep(owed.route(), fact);
    }

    @Override
    public Optional<Dispatch> lock(String id) {
        return one("where d.id = ? for update of d", id);
    }

    @Override
    public Optional<Dispatch> lockInLine(String id) {
        lines.hold(id);
        return lock(id);
    }

    @Override
    public Optional<Dispatch> lockInLineByKey(String idempotencyKey) {
        lines.holdByKey(idempotencyKey);
        return one("where d.idempotency_key = ? for update of d", idempotencyKey);
    }

    /** Only while it still is what it was found as; one that somebody works on is left alone. */
    Optional<Dispatch> lockInLineIf(String id, String when) {
        lines.hold(id);
        return one("where d.id = ? and " + when + " for update of d skip locked", id);
    }

    private Optional<Dispatch> one(String where, String key) {
        return jdbc.sql(SELECT + where).param(key).query(JdbcDispatches::of).optional();
    }

    private static Dispatch of(ResultSet row, int number) throws SQLException {
        return new Dispatch(
                WHAT.mapRow(row, number),
                new Course(
                        SITUATION.mapRow(row, number),
                        LEASE.mapRow(row, number),
                        TALLY.mapRow(row, number),
                        MOMENTS.mapRow(row, number)));
    }

    @Override
    public void save(Dispatch dispatch) {
        Course course = dispatch.course();
        history.add(dispatch.what(), course.records());
        if (course.hasMoved()) {
            jdbc.sql(UPDATE)
                    .paramSource(new Parts(
                            new Row(dispatch.what().no()),
                            course.situation(),
                            course.lease(),
                            course.tally(),
                            course.moments()))
                    .update();
            lines.moved(dispatch);
        }
        // Here, so that nobody who saves can forget it; inside the transaction, as each fact.
        dispatch.confirmation().ifPresent(facts::publishEvent);
    }

    private record Row(long no) {}

    @Override
    public void keepBody(Dispatch dispatch, String digest, byte[] bytes) {
        history.keepBody(dispatch.what().no(), digest, bytes);
    }

    @Override
    public void noteAnswer(Dispatch dispatch, long leaseNo, Integer status, String text, byte[] bytes) {
        history.noteAnswer(dispatch.what().no(), leaseNo, status, Text.storable(text), bytes);
    }

    @Override
    public boolean isLeaving(Dispatch dispatch) {
        return history.isLeaving(dispatch.what().no());
    }

    @Override
    public Signed.Known known(Dispatch dispatch, Receipt receipt) {
        return jdbc.sql("""
                        select coalesce(bool_or(receipt_no = ? and verdict = ?), false) as same,
                               coalesce(bool_or(received_at > ?), false) as newer
                        from delivery.receipt where dispatch = ?
                        """)
                .params(
                        receipt.receiptNo(),
                        receipt.verdict(),
                        receipt.at(),
                        dispatch.what().no())
                .query(Signed.Known.class)
                .single();
    }

    @Override
    public boolean isHeld(Consignment what) {
        return jdbc.sql("select exists (select 1 from delivery.held_partner where partner = ?)")
                .param(what.partner())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean holdsOtherBytes(Consignment what, String digest) {
        return jdbc.sql(
                        "select exists (select 1 from delivery.their_key where partner = ? and key = ? and digest <> ?)")
                .params(what.partner(), what.idempotencyKey(), digest)
                .query(Boolean.class)
                .single();
    }
}
