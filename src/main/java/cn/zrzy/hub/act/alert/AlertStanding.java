package cn.zrzy.hub.act.alert;

import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.alert.Alert;
import cn.zrzy.hub.alert.Alerts;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How an alert stands (告警情况), as each act on one shows it. */
@Component
class AlertStanding {

    private final Alerts alerts;

    AlertStanding(Alerts alerts) {
        this.alerts = alerts;
    }

    /** @throws Rejected E-ALERT-UNKNOWN */
    Alert find(String id) {
        return (id.matches("alert-[0-9]{1,18}")
                        ? alerts.find(Long.parseLong(id.substring(6)))
                        : Optional.<Alert>empty())
                .orElseThrow(() -> new Rejected("E-ALERT-UNKNOWN", "没有这条告警", Place.field("of")));
    }

    Preview preview(Alert alert) {
        return Preview.of(alert.no() + " 号告警", said(alert), List.of(alert.sentence()))
                .unless(alert.endedAt() == null, "E-ALERT-STATE", "这条告警已经消除了，不需要再办。");
    }

    private static String said(Alert alert) {
        String owner = alert.owned() ? alert.owner() + " 已认领" : "无人认领";
        return (alert.endedAt() != null ? "已消除，" : "")
                + owner
                + (alert.muted() ? "，静音到 " + Beijing.shortly(alert.mutedUntil()) : "");
    }
}
