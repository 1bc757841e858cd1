package cn.zrzy.sandbox.enforcement;

import cn.zrzy.sandbox.kit.Agency;
import cn.zrzy.sandbox.kit.EffectBook;
import cn.zrzy.sandbox.kit.Holdings;
import cn.zrzy.sandbox.kit.HttpDoor;
import cn.zrzy.sandbox.kit.Moods;
import cn.zrzy.sandbox.kit.Options;
import cn.zrzy.sandbox.kit.Secrets;
import cn.zrzy.sandbox.kit.Withheld;
import java.io.IOException;
import java.nio.file.Path;

/** 综合行政执法支队, simulated; contract in docs/partners/enforcement.md. */
public final class EnforcementAgency implements Agency {

    private final HttpDoor door;
    private final EffectBook book;
    private final Line line;

    private EnforcementAgency(HttpDoor door, EffectBook book, Line line) {
        this.door = door;
        this.book = book;
        this.line = line;
    }

    public static void main(String[] args) throws IOException {
        Agency.run(new Options(args), EnforcementAgency::open);
    }

    public static Agency open(Options options) throws IOException {
        Moods moods = new Moods();
        Path own = options.data().resolve("enforcement");
        EffectBook book = new EffectBook(own.resolve("effects.jsonl"));
        HttpDoor door = new HttpDoor("enforcement", options, 7105, moods, book);
        CaseRoom room = new CaseRoom(book, new Holdings(book, options));
        Line line = new Line(
                options.broker(),
                new Secrets(options.secrets()),
                new Replies(moods, room, new Withheld(own.resolve("withheld")), door::count),
                moods);
        door.control("line", line::show).start();
        line.start();
        return new EnforcementAgency(door, book, line);
    }

    @Override
    public String name() {
        return "enforcement";
    }

    @Override
    public int http() {
        return door.port();
    }

    @Override
    public void close() {
        line.close();
        door.close();
        book.close();
    }
}
