package cn.zrzy.sandbox.tsa;

import cn.zrzy.sandbox.kit.Agency;
import cn.zrzy.sandbox.kit.Call;
import cn.zrzy.sandbox.kit.EffectBook;
import cn.zrzy.sandbox.kit.HttpDoor;
import cn.zrzy.sandbox.kit.Mood;
import cn.zrzy.sandbox.kit.Moods;
import cn.zrzy.sandbox.kit.Options;
import java.io.IOException;

/** 时间戳机构, simulated; contract in docs/partners/tsa.md. */
public final class TsaAgency implements Agency {

    private static final int LARGEST = 100_000;

    private final HttpDoor door;
    private final EffectBook book;

    private TsaAgency(HttpDoor door, EffectBook book) {
        this.door = door;
        this.book = book;
    }

    public static void main(String[] args) throws IOException {
        Agency.run(new Options(args), TsaAgency::open);
    }

    public static Agency open(Options options) throws IOException {
        Moods moods = new Moods();
        EffectBook book = new EffectBook(options.data().resolve("tsa/effects.jsonl"));
        StampOffice office = new StampOffice(TsaKeys.in(options.data().resolve("tsa")), book);
        HttpDoor door = new HttpDoor("tsa", options, 7108, moods, book);
        door.trade("/tsa", call -> take(call, office, moods)).start();
        return new TsaAgency(door, book);
    }

    private static void take(Call call, StampOffice office, Moods moods) throws IOException {
        Mood mood = moods.take(Moods.EVERY);
        byte[] body = call.body(LARGEST);
        if (mood == Mood.SLOW) {
            moods.sleep();
        }
        switch (mood) {
            case DOWN -> call.cut();
            case GARBAGE -> call.loginPage();
            default -> {
                boolean wanted = call.method().equals("POST")
                        && call.header("Content-Type").startsWith("application/timestamp-query")
                        && body.length <= LARGEST;
                if (!wanted) {
                    call.answer(415, "text/plain; charset=utf-8", new byte[0]);
                    return;
                }
                byte[] answer = office.answer(body, mood);
                if (mood == Mood.ANSWER_LOST) {
                    call.cut();
                } else {
                    call.answer(200, "application/timestamp-reply", answer);
                }
            }
        }
    }

    @Override
    public String name() {
        return "tsa";
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
