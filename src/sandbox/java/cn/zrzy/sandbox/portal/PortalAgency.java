package cn.zrzy.sandbox.portal;

import cn.zrzy.sandbox.kit.Agency;
import cn.zrzy.sandbox.kit.Call;
import cn.zrzy.sandbox.kit.Desk;
import cn.zrzy.sandbox.kit.EffectBook;
import cn.zrzy.sandbox.kit.Holdings;
import cn.zrzy.sandbox.kit.HttpDoor;
import cn.zrzy.sandbox.kit.Moods;
import cn.zrzy.sandbox.kit.Options;
import cn.zrzy.sandbox.kit.Secrets;
import java.io.IOException;

/** 局门户网站, simulated; contract in docs/partners/portal.md. */
public final class PortalAgency implements Agency {

    private final HttpDoor door;
    private final EffectBook book;

    private PortalAgency(HttpDoor door, EffectBook book) {
        this.door = door;
        this.book = book;
    }

    public static void main(String[] args) throws IOException {
        Agency.run(new Options(args), PortalAgency::open);
    }

    public static Agency open(Options options) throws IOException {
        Moods moods = new Moods();
        EffectBook book = new EffectBook(options.data().resolve("portal/effects.jsonl"));
        HttpDoor door = new HttpDoor("portal", options, 7104, moods, book);
        PortalWording wording = new PortalWording(new Secrets(options.secrets()), book, door.port());
        Desk desk = new Desk(moods, book, wording);
        PortalPages pages = new PortalPages(book);
        door.trade("/portal/articles", call -> {
            if (call.method().equals("POST")) {
                desk.take(call, "articles");
            } else if (isPage(call)) {
                pages.article(call);
            } else {
                desk.ask(call);
            }
        });
        Holdings holdings = new Holdings(book, options);
        door.trade("/portal/keys", call -> desk.keys(call, holdings));
        door.open("/portal/", pages::index).start();
        return new PortalAgency(door, book);
    }

    private static boolean isPage(Call call) {
        return call.path().startsWith("/portal/articles/");
    }

    @Override
    public String name() {
        return "portal";
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
