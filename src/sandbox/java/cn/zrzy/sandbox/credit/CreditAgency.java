package cn.zrzy.sandbox.credit;

import cn.zrzy.sandbox.kit.Agency;
import cn.zrzy.sandbox.kit.Desk;
import cn.zrzy.sandbox.kit.EffectBook;
import cn.zrzy.sandbox.kit.Holdings;
import cn.zrzy.sandbox.kit.HttpDoor;
import cn.zrzy.sandbox.kit.Moods;
import cn.zrzy.sandbox.kit.Options;
import cn.zrzy.sandbox.kit.Secrets;
import java.io.IOException;

/** 信用信息共享平台, simulated; contract in docs/partners/credit.md. */
public final class CreditAgency implements Agency {

    private final HttpDoor door;
    private final EffectBook book;

    private CreditAgency(HttpDoor door, EffectBook book) {
        this.door = door;
        this.book = book;
    }

    public static void main(String[] args) throws IOException {
        Agency.run(new Options(args), CreditAgency::open);
    }

    public static Agency open(Options options) throws IOException {
        Moods moods = new Moods();
        EffectBook book = new EffectBook(options.data().resolve("credit/effects.jsonl"));
        Desk desk = new Desk(moods, book, new CreditWording(new Secrets(options.secrets()), book));
        HttpDoor door = new HttpDoor("credit", options, 7107, moods, book);
        Holdings holdings = new Holdings(book, options);
        door.trade("/credit/keys", call -> desk.keys(call, holdings));
        door.trade("/credit/records", call -> {
                    if (call.method().equals("POST")) {
                        desk.take(call, "records");
                    } else {
                        desk.ask(call);
                    }
                })
                .start();
        return new CreditAgency(door, book);
    }

    @Override
    public String name() {
        return "credit";
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
