package cn.zrzy.sandbox.enforcement;

import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Mood;
import cn.zrzy.sandbox.kit.Moods;
import cn.zrzy.sandbox.kit.Sm3;
import cn.zrzy.sandbox.kit.Withheld;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.JMSException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** 回复: decides by mood what goes out for a lead, and what goes out only later. */
final class Replies {

    /** Puts one reply on the line. */
    @FunctionalInterface
    interface Sender {
        void send(String key, String text) throws JMSException;
    }

    private static final Set<Mood> APPLICABLE =
            EnumSet.of(Mood.SLOW, Mood.REJECTING, Mood.GARBAGE, Mood.DUPLICATE, Mood.ANSWER_LOST);

    private final Moods moods;
    private final CaseRoom room;
    private final Withheld withheld;
    private final Runnable counter;

    Replies(Moods moods, CaseRoom room, Withheld withheld, Runnable counter) {
        this.moods = moods;
        this.room = room;
        this.withheld = withheld;
        this.counter = counter;
    }

    void answer(byte[] lead, Sender sender) throws JMSException {
        counter.run();
        Mood mood = moods.take(APPLICABLE);
        if (mood == Mood.SLOW) {
            moods.sleep();
        }
        List<ObjectNode> keys = room.keys(lead);
        for (ObjectNode page : keys) {
            sender.send(page.path("questionNo").asText(), Json.text(page));
        }
        if (!keys.isEmpty()) {
            return;
        }
        Optional<ObjectNode> reply = room.register(lead, mood == Mood.REJECTING);
        if (reply.isEmpty()) {
            System.err.println("enforcement: 收到读不懂的消息，" + lead.length + " 字节");
            return;
        }
        String key = reply.get().path("idempotencyKey").asText();
        String text = Json.text(reply.get());
        String name = Sm3.of(key + reply.get().path("digest").asText()).substring(0, 32);
        switch (mood) {
            case ANSWER_LOST -> withheld.keep(name, text.getBytes(StandardCharsets.UTF_8));
            case GARBAGE -> {
                withheld.keep(name, text.getBytes(StandardCharsets.UTF_8));
                sender.send(key, "<html>系统繁忙，请稍后再试");
            }
            case DUPLICATE -> {
                sender.send(key, text);
                sender.send(key, text);
            }
            default -> sender.send(key, text);
        }
    }

    /**
     * Sends what was held back, once calm.
     *
     * @return the names sent, to be forgotten after the commit
     */
    Set<String> release(Sender sender) throws JMSException {
        if (moods.now() != Mood.CALM) {
            return Set.of();
        }
        Map<String, byte[]> replies = withheld.all();
        for (byte[] reply : replies.values()) {
            String key = Json.object(reply)
                    .orElseGet(Json::object)
                    .path("idempotencyKey")
                    .asText();
            sender.send(key, new String(reply, StandardCharsets.UTF_8));
        }
        return replies.keySet();
    }

    void forget(Set<String> names) {
        names.forEach(withheld::forget);
    }
}
