package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.DispatchActs;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Repository("dispatchActs")
class JdbcDispatchActs implements DispatchActs {

    private final JdbcClient jdbc;
    private final Moves moves;
    private final Versions versions;
    private final Clock clock;
    private final TransactionTemplate transaction;

    JdbcDispatchActs(
            JdbcClient jdbc, Moves moves, Versions versions, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.versions = versions;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void dueNow(String dispatch, String who, String reason) {
        act(dispatch, "立即报送", who, reason, row -> {
            if (row.unsure() && row.askable()) {
                return askAgain(row);
            }
            // SENT again only where the same bytes twice have one effect.
            boolean may = row.is(DispatchState.OWED)
                    || row.is(DispatchState.PARKED)
                    || (!row.askable() && (row.is(DispatchState.SENT) || row.is(DispatchState.DOUBTED)));
            if (may) {
                versions.allowSending(row);
                moves.owe(row);
            }
            return may;
        });
    }

    @Override
    public void askNow(String dispatch, String who, String reason) {
        act(dispatch, "向对方查询", who, reason, row -> row.unsure() && row.askable() && askAgain(row));
    }

    private boolean askAgain(DispatchRow row) {
        return jdbc.sql("update delivery.dispatch set state = 'DOUBTED', next_at = clock_timestamp(), unfinished = 0"
                                + " where no = ? and state in ('DOUBTED', 'PARKED')")
                        .param(row.no())
                        .update()
                > 0;
    }

    @Override
    public void park(String dispatch, String who, String reason) {
        act(dispatch, "停止自动报送", who, reason, row -> {
            if (row.is(DispatchState.CONFIRMED)) {
                return false;
            }
            moves.park(row, "REJECTED", "E-BY-HAND", Masking.text(who + "：" + reason));
            jdbc.sql("update delivery.dispatch set owner = ? where no = ?")
                    .params(who, row.no())
                    .update();
            return true;
        });
    }

    @Override
    public void close(String dispatch, String who, String reason, String receiptNo) {
        if (receiptNo == null || receiptNo.isBlank()) {
            throw new Rejected("E-ACT", "人工办结须填写对方给的文号");
        }
        act(dispatch, "人工办结", who, reason, row -> {
            if (row.is(DispatchState.CONFIRMED)) {
                return false;
            }
            versions.allowClosing(row);
            moves.confirm(
                    row,
                    new Receipt(
                            row.idempotencyKey(),
                            receiptNo.strip(),
                            row.bodyDigest(),
                            OffsetDateTime.now(clock),
                            "人工办结",
                            who + "：" + reason,
                            ""));
            return true;
        });
    }

    /** Nothing that is on its way can be touched; the lease ends first. */
    private void act(String dispatch, String name, String who, String reason, Predicate<DispatchRow> change) {
        if (who == null || who.isBlank() || reason == null || reason.isBlank()) {
            throw new Rejected("E-ACT", name + "须写明操作人和理由");
        }
        transaction.executeWithoutResult(status -> {
            DispatchRow row =
                    moves.lockInLine(dispatch).orElseThrow(() -> new Rejected("E-ACT", "没有流水号为 " + dispatch + " 的报送"));
            // Refused inside the transaction, so that the audit row that it carries is not written either.
            if (row.leased() || !change.test(row)) {
                throw new Rejected("E-DISPATCH-STATE", "这条消息正在报送或已办结，状态已变化，没有做任何改动。请刷新后再看。");
            }
            jdbc.sql("insert into delivery.act (dispatch, act, who, reason) values (?, ?, ?, ?)")
                    .params(row.no(), name, who.strip(), reason.strip())
                    .update();
        });
    }
}
