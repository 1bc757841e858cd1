package cn.zrzy.hub.ceremony.freeze;

import cn.zrzy.hub.ceremony.record.DrawCalls;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.plan.Plan;
import cn.zrzy.hub.plan.Plans;
import cn.zrzy.hub.plan.Scheme;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Numbers the draw of one scheme and calls for commitments (编号、征集承诺); numbers have no gap, so one call is open at a time. */
@Component
public class CommitmentCall {

    private final Plans plans;
    private final DrawCalls calls;
    private final Redraws redraws;
    private final DrawLedger ledger;
    private final DrawSettings settings;
    private final Clock clock;

    CommitmentCall(
            Plans plans, DrawCalls calls, Redraws redraws, DrawLedger ledger, DrawSettings settings, Clock clock) {
        this.plans = plans;
        this.calls = calls;
        this.redraws = redraws;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @throws TryLater while the plan is not public, or another scheme has the open number
     * @throws Rejected E-DRAW-OPEN while another draw of the same item owes its result
     */
    @Transactional
    public String call(Scheme scheme) {
        Plan plan = plans.inForce(scheme.planNo()).orElseThrow();
        if (!plans.isPublished(plan.planNo(), plan.version())) {
            throw new TryLater("年度计划 " + plan.key() + " 尚未在门户公示，不能抽取");
        }
        redraws.requireResults(scheme);
        Optional<DrawCalls.Call> open = calls.open();
        if (open.isPresent() && !open.get().schemeNo().equals(scheme.schemeNo())) {
            throw new TryLater(
                    "编号 " + open.get().drawNo() + " 的方案 " + open.get().schemeNo() + " 尚未冻结，后面的方案依次等待");
        }
        if (open.isPresent()) {
            return open.get().drawNo();
        }
        String drawNo =
                ledger.nextDrawNo(settings.prefix(), LocalDate.now(clock).getYear());
        calls.call(drawNo, scheme.schemeNo());
        return drawNo;
    }

    /** The scheme that has the open number. */
    public Optional<String> openScheme() {
        return calls.open().map(DrawCalls.Call::schemeNo);
    }

    /** Gives the number to the next scheme; the parties commit again when this one is mended. */
    public void release(Scheme scheme) {
        calls.cancel(scheme.schemeNo());
    }
}
