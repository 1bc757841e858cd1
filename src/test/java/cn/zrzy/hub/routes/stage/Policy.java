package cn.zrzy.hub.routes.stage;

import cn.zrzy.hub.delivery.LeaseLost;
import cn.zrzy.hub.delivery.PutAside;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import java.net.ConnectException;
import java.util.List;

/** What routes/policy makes of each kind of failure, wherever in a route it happens. */
enum Policy {
    OUTBOUND(
            quiet(new LeaseLost("租约已转给别处")),
            handled(rejected(), "deliveryLedger.park(D1, 7, Rejected)"),
            handled(unreachable(), "deliveryLedger.postpone(D1, 7, ConnectException)")),
    INBOUND(
            quiet(new Shift("run", 1).lost()),
            handled(rejected(), "dutyLedger.fail(shift, Rejected)"),
            handled(unreachable(), "dutyLedger.postpone(shift, ConnectException)")),
    KEYS(
            handled(rejected(), "keyChecks.unanswered(keyQuestion, Rejected)"),
            handled(unreachable(), "keyChecks.unanswered(keyQuestion, ConnectException)")),
    PROBE(
            handled(rejected(), "probeVerdicts.failed(Rejected)"),
            handled(unreachable(), "probeVerdicts.failed(ConnectException)")),
    FACTS(passedOn(rejected()), passedOn(unreachable())),
    RECEIPTS(
            handled(putAside(), "reception.putAside(exchange)"),
            handled(
                    rejected(),
                    "deliveryLedger.stray(receive-replies-from-enforcement, reply, Rejected)",
                    "reception.done(exchange)"),
            passedOn(unreachable(), "reception.failed(exchange)")),
    SLIPS(
            passedOn(putAside(), "slipBox.leave(exchange)"),
            passedOn(rejected(), "slipBox.leave(exchange)"),
            passedOn(unreachable(), "slipBox.failed(exchange)")),
    API(
            handled(rejected(), "problems.status(Rejected)", "problems.body(Rejected)"),
            handled(
                    new IllegalStateException("坏了"),
                    "problems.status(IllegalStateException)",
                    "problems.body(IllegalStateException)"));

    /**
     * @param told what follows
     * @param passedOn the caller gets the failure, so that a transaction or a message is undone
     */
    record Fate(Exception thrown, List<String> told, boolean passedOn) {}

    private final List<Fate> fates;

    Policy(Fate... fates) {
        this.fates = List.of(fates);
    }

    List<Fate> fates() {
        return fates;
    }

    private static Fate quiet(Exception thrown) {
        return handled(thrown);
    }

    private static Fate handled(Exception thrown, String... told) {
        return new Fate(thrown, List.of(told), false);
    }

    private static Fate passedOn(Exception thrown, String... told) {
        return new Fate(thrown, List.of(told), true);
    }

    private static Exception rejected() {
        return new Rejected("E-TEST", "不收");
    }

    private static Exception unreachable() {
        return new ConnectException("对方不在");
    }

    private static Exception putAside() {
        return new PutAside("另放", null);
    }
}
