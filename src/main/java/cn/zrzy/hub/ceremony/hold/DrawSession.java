package cn.zrzy.hub.ceremony.hold;

import cn.zrzy.hub.ceremony.freeze.CommitmentCall;
import cn.zrzy.hub.ceremony.freeze.PoolFreeze;
import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.ceremony.terms.Tally;
import cn.zrzy.hub.kernel.CrashPoint;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Holds the draw of each due scheme (抽取主持): number and call for commitments, freeze, and, once the seed is complete, the
 * draw itself; each of the three in one transaction of its own, with what is owed because of it.
 */
@Service("drawSession")
public class DrawSession {

    private final Schemes schemes;
    private final CommitmentCall calls;
    private final PoolFreeze freeze;
    private final DrawHold hold;
    private final CeremonyBook ceremonies;
    private final Abandonments abandonments;
    private final ShadowDraw shadow;
    private final DrawSettings settings;

    public DrawSession(
            Schemes schemes,
            CommitmentCall calls,
            PoolFreeze freeze,
            DrawHold hold,
            CeremonyBook ceremonies,
            Abandonments abandonments,
            ShadowDraw shadow,
            DrawSettings settings) {
        this.schemes = schemes;
        this.calls = calls;
        this.freeze = freeze;
        this.hold = hold;
        this.ceremonies = ceremonies;
        this.abandonments = abandonments;
        this.shadow = shadow;
        this.settings = settings;
    }

    /**
     * Freezes the pool of every due scheme, one after the other since draw numbers have no gap.
     *
     * @param businessDate yyyyMMdd
     * @throws cn.zrzy.hub.kernel.ShiftLost between two schemes, when this worker no longer has the run
     * @throws TryLater when a plan is not public yet or a party has not committed
     */
    public Outcome freezeDue(Shift shift, String businessDate) {
        LocalDate date = LocalDate.parse(businessDate, DateTimeFormatter.BASIC_ISO_DATE);
        Tally tally = new Tally();
        for (Scheme scheme : calledFirst(schemes.due(date))) {
            shift.require();
            tally.attempt("方案 " + scheme.schemeNo(), () -> {
                freezeOrRelease(scheme);
                CrashPoint.reached("after-freeze");
            });
        }
        return tally.outcome("冻结名单 %d 个", "今夜没有到期的工作方案");
    }

    /** A scheme that cannot be frozen gives its number to the next one; its parties commit again when it is mended. */
    private void freezeOrRelease(Scheme scheme) {
        try {
            freeze.freeze(scheme, calls.call(scheme), settings.freezeDraws());
        } catch (Rejected refusal) {
            if (!Tally.contended(refusal)) {
                calls.release(scheme);
            }
            throw refusal;
        }
    }

    /**
     * Draws every frozen scheme whose seed is complete and that nobody holds before people, and tries every abandoned draw
     * that has no result yet (作废试算).
     *
     * @throws cn.zrzy.hub.kernel.ShiftLost between two draws, when this worker no longer has the run
     * @throws TryLater with the time left, when a seed still waits for its public event
     */
    public Outcome drawReady(Shift shift) {
        Tally tally = new Tally();
        for (Scheme scheme : schemes.inState(Scheme.State.FROZEN)) {
            if (!ours(scheme)) {
                continue; // platformDesk asks for its result
            }
            shift.require();
            tally.attempt("方案 " + scheme.schemeNo(), () -> {
                ceremonies.leaveToThem(scheme.drawNo());
                hold.draw(scheme);
                CrashPoint.reached("after-draw");
            });
        }
        for (Abandonments.Case abandoned : abandonments.awaitingShadow()) {
            if (!ours(schemes.find(abandoned.schemeNo()).orElseThrow())) {
                continue; // platformDesk goes on asking for it
            }
            shift.require();
            tally.attempt("作废的抽取 " + abandoned.drawNo(), () -> shadow.draw(abandoned));
        }
        return tally.outcome("完成抽取 %d 次", "没有待抽取的方案");
    }

    /** Do we draw (modes L and S)? */
    private static boolean ours(Scheme scheme) {
        return scheme.terms().drawMode().provable();
    }

    /** Numbers have no gap, so the scheme that already has one goes before those that fell due later. */
    private List<Scheme> calledFirst(List<Scheme> due) {
        String called = calls.openScheme().orElse("");
        return due.stream()
                .sorted(Comparator.comparing(
                                (Scheme scheme) -> !scheme.schemeNo().equals(called))
                        .thenComparing(Scheme::schemeNo))
                .toList();
    }
}
