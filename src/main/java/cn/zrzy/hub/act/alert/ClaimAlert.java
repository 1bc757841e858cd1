package cn.zrzy.hub.act.alert;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.alert.Alert;
import cn.zrzy.hub.alert.Alerts;
import cn.zrzy.hub.kernel.Acting;
import org.springframework.stereotype.Component;

/** 认领: who presses deals with it; what is written as the reason is the note for whoever comes next. */
@Component
class ClaimAlert implements Act {

    private final Alerts alerts;
    private final AlertStanding standing;

    ClaimAlert(Alerts alerts, AlertStanding standing) {
        this.alerts = alerts;
        this.standing = standing;
    }

    @Override
    public String name() {
        return "claim-alert";
    }

    @Override
    public Target target() {
        return Target.ALERT;
    }

    @Override
    public Preview preview(String of) {
        Alert alert = standing.find(of);
        String me = Acting.now().map(Acting::who).orElse("");
        return standing.preview(alert).unless(!alert.owner().equals(me), "E-ALERT-STATE", "您已经认领了，不需要再认领。");
    }

    @Override
    public void press(String of, Press press) {
        alerts.claim(standing.find(of).no(), press.who(), press.reason());
    }
}
