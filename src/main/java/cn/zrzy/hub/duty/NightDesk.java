package cn.zrzy.hub.duty;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.stereotype.Service;

/** What the API shows of a night (值班查询); what may be done to it are acts. */
@Service("nightDesk")
class NightDesk {

    private final DutyLedger ledger;

    NightDesk(DutyLedger ledger) {
        this.ledger = ledger;
    }

    List<DutyRun> show(String date) {
        return ledger.runs(parsed(date));
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
