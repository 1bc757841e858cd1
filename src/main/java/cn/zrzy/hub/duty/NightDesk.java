package cn.zrzy.hub.duty;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.stereotype.Service;

/** What the API lets an operator do with a night (值班操作). */
@Service("nightDesk")
class NightDesk {

    record Reason(String reason) {}

    private final DutyLedger ledger;

    NightDesk(DutyLedger ledger) {
        this.ledger = ledger;
    }

    List<DutyRun> start(String date, String who) {
        return ledger.startNight(parsed(date), who);
    }

    List<DutyRun> show(String date) {
        return ledger.runs(parsed(date));
    }

    DutyRun catchUp(String runId, String who, Reason reason) {
        return ledger.catchUp(runId, who, reason.reason());
    }

    /** {@code today} is the night to which this moment belongs. */
    private LocalDate parsed(String date) {
        if ("today".equals(date)) {
            return ledger.businessDate();
        }
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new Rejected("E-DUTY-DATE", "日期应写作 yyyy-MM-dd", Place.field("date"));
        }
    }
}
