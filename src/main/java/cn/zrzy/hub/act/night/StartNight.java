package cn.zrzy.hub.act.night;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.duty.NightChoices;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** 立即执行本夜: every job that the night does not have yet is due now; those that are there stay as they are. */
@Component
class StartNight implements Act {

    private final DutyLedger duty;
    private final NightChoices choices;

    StartNight(DutyLedger duty, NightChoices choices) {
        this.duty = duty;
        this.choices = choices;
    }

    @Override
    public String name() {
        return "start-night";
    }

    @Override
    public Target target() {
        return Target.NIGHT;
    }

    /** {@code today} is the night to which this moment belongs. */
    @Override
    public String named(String date) {
        return "today".equals(date) ? duty.businessDate().toString() : date;
    }

    @Override
    public Preview preview(String date) {
        LocalDate night = night(date);
        List<String> missing = choices.missing(night);
        long there = duty.runs(night).size();
        return Preview.of(night + " 夜", "已有 " + there + " 项", List.of(missing.size(), there))
                .listing(
                        missing.size(),
                        missing.stream()
                                .map(label -> new Preview.Line("", label, ActWords.word("run.DUE")))
                                .toList())
                .unless(!missing.isEmpty(), "E-DUTY-NIGHT-BEGUN", "这一夜的任务都已在台账里，不需要再执行；没有办成的请逐项补跑。");
    }

    @Override
    public void press(String date, Press press) {
        duty.startNight(night(date), press.who());
    }

    private static LocalDate night(String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw new Rejected("E-DUTY-DATE", "日期应写作 yyyy-MM-dd", Place.field("date"));
        }
    }
}
