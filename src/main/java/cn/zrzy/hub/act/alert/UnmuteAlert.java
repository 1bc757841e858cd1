package cn.zrzy.hub.act.alert;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.alert.Alert;
import cn.zrzy.hub.alert.Alerts;
import org.springframework.stereotype.Component;

/** 取消静音, before its moment. */
@Component
class UnmuteAlert implements Act {

    private final Alerts alerts;
    private final AlertStanding standing;

    UnmuteAlert(Alerts alerts, AlertStanding standing) {
        this.alerts = alerts;
        this.standing = standing;
    }

    @Override
    public String name() {
        return "unmute-alert";
    }

    @Override
    public Target target() {
        return Target.ALERT;
    }

    @Override
    public Preview preview(String of) {
        Alert alert = standing.find(of);
        return standing.preview(alert).unless(alert.muted(), "E-ALERT-STATE", "现在没有静音，不需要取消。");
    }

    @Override
    public void press(String of, Press press) {
        alerts.unmute(standing.find(of).cause());
    }
}
