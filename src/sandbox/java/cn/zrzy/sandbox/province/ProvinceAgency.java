package cn.zrzy.sandbox.province;

import cn.zrzy.sandbox.kit.Agency;
import cn.zrzy.sandbox.kit.Desk;
import cn.zrzy.sandbox.kit.EffectBook;
import cn.zrzy.sandbox.kit.Holdings;
import cn.zrzy.sandbox.kit.HttpDoor;
import cn.zrzy.sandbox.kit.Moods;
import cn.zrzy.sandbox.kit.Options;
import cn.zrzy.sandbox.kit.Secrets;
import java.io.IOException;
import java.util.List;

/** 省“双随机、一公开”监管工作平台, simulated; contract in docs/partners/province.md. */
public final class ProvinceAgency implements Agency {

    private final HttpDoor door;
    private final EffectBook book;

    private ProvinceAgency(HttpDoor door, EffectBook book) {
        this.door = door;
        this.book = book;
    }

    public static void main(String[] args) throws IOException {
        Agency.run(new Options(args), ProvinceAgency::open);
    }

    public static Agency open(Options options) throws IOException {
        Moods moods = new Moods();
        EffectBook book = new EffectBook(options.data().resolve("province/effects.jsonl"));
        LotteryRoom lottery = new LotteryRoom(options.data().resolve("province/draws"));
        Desk desk = new Desk(moods, book, new ProvinceWording(new Secrets(options.secrets()), book, lottery));
        HttpDoor door = new HttpDoor("province", options, 7103, moods, book);
        for (String kind : List.of("plans", "schemes", "pools", "draws", "draw-voids", "results")) {
            door.trade("/province/" + kind, call -> desk.take(call, kind));
        }
        door.trade("/province/draws/", call -> desk.ask(call, () -> lottery.answer(call.path())));
        door.control("drawing", lottery::control);
        Holdings holdings = new Holdings(book, options);
        door.trade("/province/keys", call -> desk.keys(call, holdings));
        door.trade("/province/receipts", desk::ask).start();
        return new ProvinceAgency(door, book);
    }

    @Override
    public String name() {
        return "province";
    }

    @Override
    public int http() {
        return door.port();
    }

    @Override
    public void close() {
        door.close();
        book.close();
    }
}
