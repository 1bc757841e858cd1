package cn.zrzy.hub.act.watch;

import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.alert.Alert;
import cn.zrzy.hub.alert.Alerts;
import cn.zrzy.hub.alert.watch.Watch;
import cn.zrzy.hub.alert.watch.Watches;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is on duty and what is open (班次情况), as each act on the watch shows it. There is one desk, named {@code desk}. */
@Component
class WatchStanding {

    private static final int SHOWN = 20;

    private final Watches watches;
    private final Alerts alerts;

    WatchStanding(Watches watches, Alerts alerts) {
        this.watches = watches;
        this.alerts = alerts;
    }

    /** @throws Rejected E-WATCH-UNKNOWN */
    Optional<Watch> current(String of) {
        if (!"desk".equals(of)) {
            throw new Rejected("E-WATCH-UNKNOWN", "只有一个值班台，写 desk", Place.field("of"));
        }
        return watches.current();
    }

    static String me() {
        return Acting.now().map(Acting::who).orElse("");
    }

    long unowned() {
        return unowned(alerts.open());
    }

    Preview preview(Optional<Watch> current) {
        List<Alert> open = alerts.open();
        List<Preview.Line> first = open.stream()
                .limit(SHOWN)
                .map(alert -> new Preview.Line(
                        String.valueOf(alert.no()),
                        alert.sentence(),
                        alert.owned() ? alert.owner() : ActWords.word("alerts.nobody")))
                .toList();
        return Preview.of(
                        ActWords.word("watch.desk"),
                        current.map(watch -> watch.person() + " 值班").orElse("无人值班"),
                        List.of((long) open.size(), unowned(open)))
                .listing(open.size(), first);
    }

    private static long unowned(List<Alert> open) {
        return open.stream().filter(alert -> alert.urgent() && !alert.owned()).count();
    }
}
