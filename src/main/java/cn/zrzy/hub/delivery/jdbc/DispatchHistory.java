package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.delivery.dispatch.Consignment;
import cn.zrzy.hub.delivery.dispatch.Records;
import cn.zrzy.hub.delivery.dispatch.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is only added to: tries, bytes, receipts, acts (台账记载). */
@Component
class DispatchHistory {

    private final JdbcClient jdbc;

    DispatchHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Consignment what, Records records) {
        long no = what.no();
        records.receipt().ifPresent(receipt -> sign(no, receipt));
        records.ended().ifPresent(ended -> end(no, ended));
        records.tried().ifPresent(tried -> begin(no, tried));
        records.act().ifPresent(act -> act(no, act));
    }

    private void begin(long no, Records.Tried tried) {
        jdbc.sql("insert into delivery.attempt (dispatch, kind, attempt_no, lease_no) values (?, ?, ?, ?)")
                .params(no, tried.kind(), tried.number(), tried.leaseNo())
                .update();
    }

    private void end(long no, Records.Ended ended) {
        jdbc.sql("""
                        update delivery.attempt
                        set ended_at = clock_timestamp(), outcome = ?, cause_code = ?, cause = ?
                        where dispatch = ? and ended_at is null
                        """).params(ended.outcome(), ended.code(), ended.cause(), no).update();
    }

    private void sign(long no, Receipt receipt) {
        jdbc.sql("""
                        insert into delivery.receipt
                            (dispatch, idempotency_key, receipt_no, digest, received_at, verdict, note, raw)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (dispatch, receipt_no, verdict) do nothing
                        """)
                .params(
                        no,
                        receipt.idempotencyKey(),
                        receipt.receiptNo(),
                        receipt.digest(),
                        receipt.at(),
                        receipt.verdict(),
                        receipt.note(),
                        Text.storable(receipt.raw()))
                .update();
    }

    private void act(long no, Records.Act act) {
        jdbc.sql("insert into delivery.act (dispatch, act, who, reason) values (?, ?, ?, ?)")
                .params(no, act.act(), act.who(), act.reason())
                .update();
    }

    void keepBody(long no, String digest, byte[] bytes) {
        jdbc.sql("insert into delivery.body (dispatch, digest, bytes) values (?, ?, ?) on conflict do nothing")
                .params(no, digest, bytes)
                .update();
        jdbc.sql("update delivery.attempt set request_digest = ? where dispatch = ? and ended_at is null")
                .params(digest, no)
                .update();
    }

    void noteAnswer(long no, long leaseNo, Integer status, String text, byte[] bytes) {
        jdbc.sql("update delivery.attempt set http_status = ?, response = ?, response_bytes = ?"
                        + " where dispatch = ? and lease_no = ? and ended_at is null")
                .params(status, text, bytes, no, leaseNo)
                .update();
    }

    boolean isLeaving(long no) {
        return jdbc.sql("select exists (select 1 from delivery.attempt"
                        + " where dispatch = ? and ended_at is null and request_digest <> '')")
                .param(no)
                .query(Boolean.class)
                .single();
    }
}
