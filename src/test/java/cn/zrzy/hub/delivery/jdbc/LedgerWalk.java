package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.LeasedDispatch;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/** A ledger to which anything happens that can happen to one, one seeded step after the other. */
final class LedgerWalk {

    private static final List<String> ROUTES = List.of(
            "publish-plan-to-province",
            "publish-draw-to-province",
            "publish-results-to-province",
            "publish-results-to-province",
            "publish-plan-to-portal",
            "refer-case-to-enforcement",
            "refer-case-to-enforcement");

    private static final List<String> VERDICTS = List.of("受理", "转送", "退回补正", "不受理");

    private final LedgerFixture hub;
    private final Random dice;
    private final Map<String, Integer> versions = new HashMap<>();

    record Row(LeasedDispatch leased, String state, boolean held, boolean begun, boolean kept) {}

    LedgerWalk(LedgerFixture hub, long seed) {
        this.hub = hub;
        this.dice = new Random(seed);
    }

    /** @return what was done, for the message of a failure */
    String step() {
        int what = dice.nextInt(100);
        if (what < 22) {
            return owe();
        }
        if (what < 38) {
            return "claim " + hub.due.claim(1 + dice.nextInt(4));
        }
        if (what < 64) {
            return work();
        }
        if (what < 72) {
            return receipt();
        }
        if (what < 88) {
            return act();
        }
        return time(what);
    }

    /** A subject belongs to one plan, as every fact's does; several routes may tell the same partner of it. */
    private String owe() {
        String plan = "P" + dice.nextInt(2);
        String subject = dice.nextInt(3) == 0 ? plan : plan + "-F" + dice.nextInt(4);
        String route = ROUTES.get(dice.nextInt(ROUTES.size()));
        String key = subject + "@" + versions.merge(route + subject, 1, Integer::sum);
        hub.owe(route, key, plan);
        return "owe " + route + " " + key;
    }

    private String work() {
        Row row = any(Row::held);
        if (row == null) {
            return "nothing is leased";
        }
        LeasedDispatch leased = row.leased();
        boolean asks = row.state().equals("DOUBTED");
        if (!row.begun() && dice.nextInt(8) == 0) {
            hub.due.release(leased);
            return "release " + leased.dispatch();
        }
        if (!row.begun()) {
            if (asks) {
                hub.ledger.ask(leased.dispatch(), leased.leaseNo());
            } else {
                hub.beginAndKeep(leased);
            }
            return "begin " + leased.dispatch();
        }
        return asks ? answer(leased) : finish(leased);
    }

    private String finish(LeasedDispatch leased) {
        String id = leased.dispatch();
        long lease = leased.leaseNo();
        switch (dice.nextInt(6)) {
            case 0, 1 -> hub.ledger.confirm(id, lease, hub.receipt(leased, Receipt.ACCEPTED));
            case 2 -> hub.ledger.sent(id, lease, "已入队");
            case 3 -> hub.ledger.park(id, lease, new Rejected("E-1042", "不合规范"));
            case 4 -> hub.ledger.doubt(id, lease, new AnswerLost("断了"));
            default -> hub.ledger.postpone(id, lease, new TryLater("忙"));
        }
        return "finish " + id;
    }

    private String answer(LeasedDispatch leased) {
        String id = leased.dispatch();
        long lease = leased.leaseNo();
        switch (dice.nextInt(4)) {
            case 0 -> hub.ledger.settle(id, lease, hub.receipt(leased, Receipt.ACCEPTED));
            case 1 -> hub.ledger.settle(id, lease, Receipt.absent(leased.idempotencyKey(), "{}"));
            case 2 -> hub.ledger.postpone(id, lease, new TryLater("忙"));
            default -> hub.ledger.park(id, lease, new Rejected("E-1042", "不合规范"));
        }
        return "answer " + id;
    }

    private String receipt() {
        Row row = any(Row::kept);
        if (row == null) {
            return "nothing was sent";
        }
        String verdict = VERDICTS.get(dice.nextInt(VERDICTS.size()));
        hub.told(row.leased(), verdict);
        return verdict + " " + row.leased().dispatch();
    }

    private String act() {
        Row row = any(one -> !one.held());
        if (row == null) {
            return "nobody can be helped";
        }
        String id = row.leased().dispatch();
        try {
            switch (dice.nextInt(6)) {
                case 0, 1, 2 -> hub.acts.dueNow(id, "王强", "再报");
                case 3 -> hub.acts.askNow(id, "王强", "再问");
                case 4 -> hub.acts.park(id, "王强", "先停");
                default -> hub.acts.close(id, "王强", "已当面交", "豫〔2026〕" + id + "号");
            }
            return "an act on " + id;
        } catch (Rejected refused) {
            return refused.code() + " " + id;
        }
    }

    private String time(int what) {
        if (what < 94) {
            hub.timePasses();
            return "time passes";
        }
        if (what < 97) {
            hub.jdbc
                    .sql("update delivery.dispatch set lease_until = clock_timestamp() - interval '1 second'"
                            + " where lease_until is not null and no % 2 = ?")
                    .param(dice.nextInt(2))
                    .update();
        }
        return "expire " + hub.due.expireLeases();
    }

    private Row any(Predicate<Row> which) {
        List<Row> rows = rows().stream().filter(which).toList();
        return rows.isEmpty() ? null : rows.get(dice.nextInt(rows.size()));
    }

    private List<Row> rows() {
        return hub.jdbc
                .sql("select d.*, exists (select 1 from delivery.body b where b.dispatch = d.no) as kept"
                        + " from delivery.dispatch d order by d.no")
                .query((row, n) -> new Row(
                        new LeasedDispatch(
                                row.getString("id"),
                                row.getString("route"),
                                row.getLong("lease_no"),
                                row.getString("fact_key"),
                                row.getString("idempotency_key"),
                                row.getString("trace_id")),
                        row.getString("state"),
                        row.getTimestamp("lease_until") != null,
                        row.getBoolean("lease_begun"),
                        row.getBoolean("kept")))
                .list();
    }
}
