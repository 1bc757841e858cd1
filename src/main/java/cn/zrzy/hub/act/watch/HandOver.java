package cn.zrzy.hub.act.watch;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.alert.watch.Watch;
import cn.zrzy.hub.alert.watch.Watches;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 交班: only when everything urgent has an owner. */
@Component
class HandOver implements Act {

    private final Watches watches;
    private final WatchStanding standing;

    HandOver(Watches watches, WatchStanding standing) {
        this.watches = watches;
        this.standing = standing;
    }

    @Override
    public String name() {
        return "hand-over";
    }

    @Override
    public Target target() {
        return Target.WATCH;
    }

    @Override
    public Preview preview(String of) {
        Optional<Watch> current = standing.current(of);
        long unowned = standing.unowned();
        return OwnWatch.only(standing.preview(current), current)
                .unless(unowned == 0, "E-WATCH-UNOWNED", "还有 " + unowned + " 件须处理的无人认领，先认领；一定要这样交班，请用“仍要交班”写明理由。");
    }

    @Override
    public void press(String of, Press press) {
        watches.end(standing.current(of).orElseThrow().no(), press.who(), press.reason());
    }
}
