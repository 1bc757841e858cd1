package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.Answer;
import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.delivery.DeliveryLedger;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.LeaseLost;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.delivery.terms.DeliveryTerms;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.CrashPoint;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.Fact;
import cn.zrzy.hub.kernel.PlainText;
import cn.zrzy.hub.kernel.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Verbs of the sending side; each takes the row lock, checks the lease, and commits by itself. */
@Repository("deliveryLedger")
class JdbcDeliveryLedger implements DeliveryLedger {

    private final JdbcClient jdbc;
    private final Moves moves;
    private final Setbacks setbacks;
    private final LaterReceipts later;
    private final DebtEntry entry;
    private final DeliveryTerms terms;
    private final TransactionTemplate own;

    JdbcDeliveryLedger(
            JdbcClient jdbc,
            Moves moves,
            Setbacks setbacks,
            LaterReceipts later,
            DebtEntry entry,
            DeliveryTerms terms,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.setbacks = setbacks;
        this.later = later;
        this.entry = entry;
        this.terms = terms;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void owe(Fact fact, String route) {
        entry.owe(fact, route);
        CrashPoint.reached("after-owe");
    }

    @Override
    public Debt begin(String dispatch, long lease) {
        Debt debt = own.execute(status -> start(dispatch, lease, DispatchState.SENDING));
        CrashPoint.reached("after-begin");
        return debt;
    }

    @Override
    public Debt ask(String dispatch, long lease) {
        Debt debt = own.execute(status -> start(dispatch, lease, DispatchState.DOUBTED));
        CrashPoint.reached("after-ask");
        return debt;
    }

    private Debt start(String dispatch, long lease, DispatchState wanted) {
        DispatchRow row = held(locked(dispatch), lease, wanted);
        if (row.begun()) {
            // The broker delivers again what a killed process had begun; its lease will run out into doubt.
            throw new LeaseLost(dispatch + " 的第 " + lease + " 次租约已开始过，本消息作废");
        }
        boolean sending = wanted == DispatchState.SENDING;
        if (sending) {
            KeyGuard.requireAnswered(jdbc, row);
        }
        int number = 1 + (sending ? row.attempts() : row.asks());
        jdbc.sql("update delivery.dispatch set " + (sending ? "attempts = attempts + 1" : "asks = asks + 1")
                        + ", unfinished = unfinished + 1, lease_begun = true,"
                        + " lease_until = clock_timestamp() + ? * interval '1 millisecond' where no = ?")
                .params(terms.lease().toMillis(), row.no())
                .update();
        jdbc.sql("insert into delivery.attempt (dispatch, kind, attempt_no, lease_no) values (?, ?, ?, ?)")
                .params(row.no(), sending ? "SEND" : "ASK", number, lease)
                .update();
        return row.debt(number);
    }

    @Override
    public byte[] keep(String dispatch, long lease, byte[] body) {
        String digest = Digest.sm3(body);
        own.executeWithoutResult(status -> {
            DispatchRow row = begun(locked(dispatch), lease, DispatchState.SENDING);
            if (!row.bodyDigest().isEmpty() && !row.bodyDigest().equals(digest)) {
                throw new Rejected("E-BYTES", "同一报送再次生成的报文与首次不同，不得以同一流水号报送；请核对数据后以新版本报送");
            }
            KeyGuard.requireSameBytes(jdbc, row, digest);
            jdbc.sql("insert into delivery.body (dispatch, digest, bytes) values (?, ?, ?) on conflict do nothing")
                    .params(row.no(), digest, body)
                    .update();
            jdbc.sql("update delivery.attempt set request_digest = ? where dispatch = ? and ended_at is null")
                    .params(digest, row.no())
                    .update();
        });
        CrashPoint.reached("after-keep");
        return body;
    }

    @Override
    public Answer answered(
            String dispatch, long lease, Integer status, String retryAfter, String contentType, InputStream body) {
        CrashPoint.reached("after-send");
        byte[] all = read(body);
        boolean cut = all.length > Answer.LIMIT;
        byte[] bytes = cut ? Arrays.copyOf(all, Answer.LIMIT) : all;
        String text = cut ? new String(bytes, StandardCharsets.UTF_8) : Text.of(bytes, contentType);
        return own.execute(tx -> {
            DispatchRow row = locked(dispatch);
            jdbc.sql("update delivery.attempt set http_status = ?, response = ?, response_bytes = ?"
                            + " where dispatch = ? and lease_no = ? and ended_at is null")
                    .params(
                            status,
                            Text.storable(text),
                            PlainText.utf8(bytes).isPresent() ? null : bytes,
                            row.no(),
                            lease)
                    .update();
            return new Answer(
                    status == null ? 0 : status, text, retryAfter == null ? "" : retryAfter, row.bodyDigest(), cut);
        });
    }

    private static byte[] read(InputStream body) {
        if (body == null) {
            return new byte[0];
        }
        try (body) {
            return body.readNBytes(Answer.LIMIT + 1);
        } catch (IOException e) {
            throw new AnswerLost("应答读到一半中断", e);
        }
    }

    @Override
    public void confirm(String dispatch, long lease, Receipt receipt) {
        own.executeWithoutResult(status -> {
            DispatchRow row = lockedInLine(dispatch);
            // A receipt that outlived its lease still proves delivery, unless somebody else is at work by now.
            boolean late = row.is(DispatchState.DOUBTED) && !row.leased() && row.leaseNo() == lease;
            if (!late) {
                begun(row, lease, DispatchState.SENDING);
            }
            confirmWith(row, receipt);
        });
        CrashPoint.reached("after-confirm");
    }

    private void confirmWith(DispatchRow row, Receipt receipt) {
        if (!row.idempotencyKey().equals(receipt.idempotencyKey())) {
            throw new AnswerLost("回执的幂等键不是本报送的：" + receipt.idempotencyKey());
        }
        if (row.bodyDigest().isEmpty() || !row.bodyDigest().equals(receipt.digest())) {
            throw new AnswerLost("回执的摘要与所发报文不符，不能认作送达");
        }
        moves.confirm(row, receipt);
        CrashPoint.reached("before-confirm");
    }

    @Override
    public void sent(String dispatch, long lease, String note) {
        CrashPoint.reached("after-send");
        own.executeWithoutResult(status -> {
            DispatchRow row = lockedInLine(dispatch);
            if (row.leaseNo() == lease
                    && !row.leased()
                    && (row.is(DispatchState.CONFIRMED) || row.is(DispatchState.PARKED))) {
                return; // the reply overtook us
            }
            moves.sent(
                    begun(row, lease, DispatchState.SENDING),
                    note,
                    terms.route(row.route()).receiptWithin());
        });
        CrashPoint.reached("after-sent");
    }

    @Override
    public void settle(String dispatch, long lease, Receipt receipt) {
        own.executeWithoutResult(status -> {
            DispatchRow row = begun(lockedInLine(dispatch), lease, DispatchState.DOUBTED);
            if (receipt.isAbsent()) {
                moves.endAttempt(row, "ABSENT", "", "对方查无此件，可以安全重发");
                moves.owe(row);
            } else {
                confirmWith(row, receipt);
            }
        });
        CrashPoint.reached("after-settle");
    }

    @Override
    public void receipt(Receipt receipt, String partner) {
        own.executeWithoutResult(status -> later.take(receipt, partner));
        CrashPoint.reached("after-receipt");
    }

    @Override
    public void stray(String source, String raw, Exception why) {
        own.executeWithoutResult(status -> later.stray(source, raw, why));
    }

    @Override
    public void park(String dispatch, long lease, Exception why) {
        own.executeWithoutResult(status -> setbacks.park(dispatch, lease, why));
        CrashPoint.reached("after-setback");
    }

    @Override
    public void doubt(String dispatch, long lease, Exception why) {
        own.executeWithoutResult(status -> setbacks.doubt(dispatch, lease, why));
        CrashPoint.reached("after-setback");
    }

    @Override
    public void postpone(String dispatch, long lease, Exception why) {
        own.executeWithoutResult(status -> setbacks.postpone(dispatch, lease, why));
        CrashPoint.reached("after-setback");
    }

    private DispatchRow locked(String dispatch) {
        return moves.lock(dispatch).orElseThrow(() -> unknown(dispatch));
    }

    private DispatchRow lockedInLine(String dispatch) {
        return moves.lockInLine(dispatch).orElseThrow(() -> unknown(dispatch));
    }

    private static LeaseLost unknown(String dispatch) {
        return new LeaseLost("没有流水号为 " + dispatch + " 的报送");
    }

    private static DispatchRow held(DispatchRow row, long lease, DispatchState wanted) {
        if (!row.is(wanted) || !row.heldBy(lease)) {
            throw new LeaseLost(row.id() + " 的第 " + lease + " 次租约已失效（现为 "
                    + row.state().label() + "，租约 " + row.leaseNo() + "），本消息作废");
        }
        return row;
    }

    private static DispatchRow begun(DispatchRow row, long lease, DispatchState wanted) {
        if (!held(row, lease, wanted).begun()) {
            throw new LeaseLost(row.id() + " 的第 " + lease + " 次租约尚未开始");
        }
        return row;
    }
}
