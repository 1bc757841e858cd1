package cn.zrzy.hub.registry;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Guard against mass change (大幅变更拦截): a share of the live list AND a number of rows must both be exceeded, so that
 * neither 3 of 20 rows nor 25 of 50,000 stop a night. A first load has nothing to lose and passes.
 */
@Component
public class ChangeGuard {

    private final Limit added;
    private final Limit changed;
    private final Limit retired;

    public ChangeGuard(
            @Value("${guard.added.rows:20}") long addedRows,
            @Value("${guard.added.percent:5}") long addedPercent,
            @Value("${guard.changed.rows:20}") long changedRows,
            @Value("${guard.changed.percent:5}") long changedPercent,
            @Value("${guard.retired.rows:20}") long retiredRows,
            @Value("${guard.retired.percent:5}") long retiredPercent) {
        this.added = new Limit(addedRows, addedPercent);
        this.changed = new Limit(changedRows, changedPercent);
        this.retired = new Limit(retiredRows, retiredPercent);
    }

    /** @return Chinese reasons to hold the run, empty when it may pass */
    public String objection(long addedRows, long changedRows, long retiredRows, long live) {
        List<String> reasons = new ArrayList<>();
        added.check("新增", addedRows, live, reasons);
        changed.check("变更", changedRows, live, reasons);
        retired.check("停用", retiredRows, live, reasons);
        return String.join("；", reasons);
    }

    private record Limit(long rows, long percent) {

        void check(String what, long amount, long live, List<String> reasons) {
            if (live > 0 && amount > rows && amount * 100 > live * percent) {
                long perMille = Math.round(amount * 1000.0 / live);
                reasons.add(what + " " + amount + "（" + perMille / 10 + "." + perMille % 10 + "%）超过阈值 " + percent + "%/"
                        + rows + " 条");
            }
        }
    }
}
