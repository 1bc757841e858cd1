package cn.zrzy.hub.act.alert;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.alert.Alert;
import cn.zrzy.hub.alert.Alerts;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 静音: nothing is told of one cause until a moment. The row on the desk stays, and so do its clocks. */
@Component
class MuteAlert implements Act {

    private static final Duration PROPOSED = Duration.ofHours(2);

    /** Somebody may have written into the books: nobody may silence that. */
    private static final Set<String> LOUD = Set.of(
            "concern-chain",
            "concern-breach",
            "concern-breaches",
            "concern-unchecked",
            "concern-distrust",
            "concern-room-silent");

    private final Alerts alerts;
    private final AlertStanding standing;
    private final Clock clock;

    MuteAlert(Alerts alerts, AlertStanding standing, Clock clock) {
        this.alerts = alerts;
        this.standing = standing;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mute-alert";
    }

    @Override
    public Target target() {
        return Target.ALERT;
    }

    @Override
    public Wants wants() {
        return Wants.UNTIL;
    }

    @Override
    public Preview preview(String of) {
        Alert alert = standing.find(of);
        return standing.preview(alert)
                .until(OffsetDateTime.now(clock).plus(PROPOSED).truncatedTo(ChronoUnit.MINUTES))
                .unless(!LOUD.contains(alert.kind()), "E-ALERT-LOUD", "账目、审计链、抽取证据的告警不能静音。")
                .unless(!alert.muted(), "E-ALERT-STATE", "已经静音了；要改时间，先取消静音。");
    }

    @Override
    public void press(String of, Press press) {
        alerts.mute(standing.find(of).cause(), press.until(), press.who(), press.reason());
    }
}
