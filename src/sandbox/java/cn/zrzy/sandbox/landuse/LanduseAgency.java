package cn.zrzy.sandbox.landuse;

import cn.zrzy.sandbox.kit.Agency;
import cn.zrzy.sandbox.kit.HttpDoor;
import cn.zrzy.sandbox.kit.Moods;
import cn.zrzy.sandbox.kit.Options;
import cn.zrzy.sandbox.kit.Secrets;
import java.io.IOException;

/** 自然资源业务系统, simulated; contract in docs/sources/landuse.md. */
public final class LanduseAgency implements Agency {

    private final HttpDoor door;

    private LanduseAgency(HttpDoor door) {
        this.door = door;
    }

    public static void main(String[] args) throws IOException {
        Agency.run(new Options(args), LanduseAgency::open);
    }

    public static Agency open(Options options) throws IOException {
        Moods moods = new Moods();
        LanduseDesk desk = new LanduseDesk(options, moods, new Secrets(options.secrets()));
        HttpDoor door = new HttpDoor("landuse", options, 7102, moods, null);
        desk.names().forEach(feed -> {
            if (!feed.equals("mining-rights")) {
                door.trade("/landuse/" + feed, call -> desk.page(call, feed));
            }
        });
        door.trade("/landuse/ledgers/mining-rights.xlsx", desk::ledger)
                .control("truth", desk::truth)
                .control("shrink", desk::shrink)
                .control("today", desk::today)
                .start();
        return new LanduseAgency(door);
    }

    @Override
    public String name() {
        return "landuse";
    }

    @Override
    public int http() {
        return door.port();
    }

    @Override
    public void close() {
        door.close();
    }
}
