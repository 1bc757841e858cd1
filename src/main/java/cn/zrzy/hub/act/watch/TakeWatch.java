package cn.zrzy.hub.act.watch;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.alert.watch.Watch;
import cn.zrzy.hub.alert.watch.Watches;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 接班. Of somebody who left without handing over the desk is taken over, and the watch says so. */
@Component
class TakeWatch implements Act {

    private final Watches watches;
    private final WatchStanding standing;

    TakeWatch(Watches watches, WatchStanding standing) {
        this.watches = watches;
        this.standing = standing;
    }

    @Override
    public String name() {
        return "take-watch";
    }

    @Override
    public Target target() {
        return Target.WATCH;
    }

    @Override
    public Preview preview(String of) {
        Optional<Watch> current = standing.current(of);
        boolean mine = current.filter(watch -> watch.person().equals(WatchStanding.me()))
                .isPresent();
        return standing.preview(current).unless(!mine, "E-WATCH-STATE", "正是您在值班，不需要再接班。");
    }

    @Override
    public void press(String of, Press press) {
        standing.current(of)
                .ifPresent(watch ->
                        watches.end(watch.no(), press.who(), "未交班，由 " + press.who() + " 接走：" + press.reason()));
        watches.begin(press.who());
    }
}
