package cn.zrzy.hub.act.watch;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.alert.watch.Watch;
import cn.zrzy.hub.alert.watch.Watches;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 仍要交班, with something urgent that nobody owns: an act of its own, so that the trail and the list name it. */
@Component
class HandOverAnyway implements Act {

    private final Watches watches;
    private final WatchStanding standing;

    HandOverAnyway(Watches watches, WatchStanding standing) {
        this.watches = watches;
        this.standing = standing;
    }

    @Override
    public String name() {
        return "hand-over-anyway";
    }

    @Override
    public Target target() {
        return Target.WATCH;
    }

    @Override
    public Preview preview(String of) {
        Optional<Watch> current = standing.current(of);
        return OwnWatch.only(standing.preview(current), current)
                .unless(standing.unowned() > 0, "E-WATCH-STATE", "须处理的都有人认领，用“交班”。");
    }

    @Override
    public void press(String of, Press press) {
        watches.end(standing.current(of).orElseThrow().no(), press.who(), "仍要交班：" + press.reason());
    }
}
