package cn.zrzy.sandbox.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** 收件窗口: takes messages over HTTP once per idempotency key and answers in the agency's own words. */
public final class Desk {

    private static final int LARGEST = 10_000_000;

    /** 用语: what distinguishes one agency's window from another's. */
    public interface Wording {

        /** @throws Refusal 401 when the caller is not who he should be */
        void admit(Call call, byte[] body);

        /** @throws Refusal 422 when the message breaks a rule of the agency */
        void check(String kind, ObjectNode message);

        /** The receipt's own part for the n-th effect; kept with the effect and given again when asked. */
        ObjectNode enter(int number, String kind, ObjectNode message);

        /** What the message is about, by the agency's own reckoning. */
        default Matter matter(String kind, ObjectNode message) {
            return Matter.NONE;
        }

        ObjectNode accepted(Effect effect, boolean duplicate);

        ObjectNode refused(String code, String message);

        /** The answer that carries one page of what is held. */
        ObjectNode listed(ObjectNode page);

        Refusal moody();
    }

    private final Moods moods;
    private final EffectBook book;
    private final Wording wording;

    public Desk(Moods moods, EffectBook book, Wording wording) {
        this.moods = moods;
        this.book = book;
        this.wording = wording;
    }

    /** Handles one message of the given kind. */
    public void take(Call call, String kind) throws IOException {
        Mood mood = moods.take(Moods.EVERY);
        if (turnedAway(call, mood)) {
            return;
        }
        int status = 200;
        ObjectNode answer;
        try {
            answer = receive(call, kind, mood);
        } catch (Refusal refusal) {
            status = refusal.status();
            answer = wording.refused(refusal.code(), refusal.getMessage());
        }
        if (mood == Mood.ANSWER_LOST) {
            call.cut();
        } else {
            call.json(status, answer);
        }
    }

    /** Answers whether a key has been received. */
    public void ask(Call call) throws IOException {
        ask(
                call,
                () -> wording.accepted(
                        book.last(call.query("key", "")).orElseThrow(() -> new Refusal(404, "E-NONE", "没有该幂等键的回执")),
                        false));
    }

    /** Answers which keys were received since a moment. */
    public void keys(Call call, Holdings holdings) throws IOException {
        ask(
                call,
                () -> wording.listed(holdings.page(
                        call.query("since", "1970-01-01T00:00:00+08:00"), Integer.parseInt(call.query("page", "1")))));
    }

    /** Answers any question without a body. */
    public void ask(Call call, Supplier<ObjectNode> answer) throws IOException {
        if (turnedAway(call, moods.take(Moods.QUERY))) {
            return;
        }
        try {
            wording.admit(call, new byte[0]);
            call.json(200, answer.get());
        } catch (Refusal refusal) {
            call.json(refusal.status(), wording.refused(refusal.code(), refusal.getMessage()));
        }
    }

    private boolean turnedAway(Call call, Mood mood) throws IOException {
        switch (mood) {
            case SLOW -> moods.sleep();
            case DOWN -> call.cut();
            case GARBAGE -> call.loginPage();
            default -> {}
        }
        return mood == Mood.DOWN || mood == Mood.GARBAGE;
    }

    private ObjectNode receive(Call call, String kind, Mood mood) throws IOException {
        if (!call.method().equals("POST")) {
            throw new Refusal(405, "E-METHOD", "只收 POST");
        }
        byte[] body = call.body(LARGEST);
        if (body.length > LARGEST) {
            throw new Refusal(413, "E-SIZE", "正文超过 10 MB");
        }
        wording.admit(call, body);
        String key = call.header("Idempotency-Key");
        if (!key.matches("[!-~]{8,200}")) {
            throw new Refusal(400, "E-KEY", "缺少 Idempotency-Key，或不是 8–200 位可见 ASCII");
        }
        if (mood == Mood.REJECTING) {
            throw wording.moody();
        }
        ObjectNode answer = accept(key, kind, body);
        // A gateway that delivers twice: the caller gets to see the second answer.
        return mood == Mood.DUPLICATE ? accept(key, kind, body) : answer;
    }

    private synchronized ObjectNode accept(String key, String kind, byte[] body) {
        ObjectNode message = Json.object(body).orElseThrow(() -> new Refusal(400, "E-JSON", "正文不是 JSON 对象"));
        String digest = Sm3.of(body);
        Optional<Effect> known = book.last(key);
        if (known.isPresent()) {
            if (!known.get().digest().equals(digest) || !known.get().kind().equals(kind)) {
                throw new Refusal(409, "E-DUP", "同一幂等键已收过不同内容");
            }
            book.repeat(key);
            return wording.accepted(known.get(), true);
        }
        wording.check(kind, message);
        String at = Stamp.now();
        Matter matter = wording.matter(kind, message);
        return wording.accepted(
                book.record(key, kind, digest, at, matter, n -> wording.enter(n, kind, message)), false);
    }
}
