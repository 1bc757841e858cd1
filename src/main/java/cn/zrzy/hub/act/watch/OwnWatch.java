package cn.zrzy.hub.act.watch;

import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.alert.watch.Watch;
import java.util.Optional;

/** Only who is on duty hands over (本人交班). */
final class OwnWatch {

    private OwnWatch() {}

    static Preview only(Preview preview, Optional<Watch> current) {
        boolean mine = current.filter(watch -> watch.person().equals(WatchStanding.me()))
                .isPresent();
        return preview.unless(mine, "E-WATCH-STATE", "现在不是您在值班，由值班的人交班；他已离开的，直接接班。");
    }
}
