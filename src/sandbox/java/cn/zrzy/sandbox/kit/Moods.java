package cn.zrzy.sandbox.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Set;

/** 情绪开关: the present mood of one agency, for good or for the next n requests. */
public final class Moods {

    public static final Set<Mood> EVERY = EnumSet.allOf(Mood.class);
    /** A question about the past is answered even by an agency that refuses or loses new business. */
    public static final Set<Mood> QUERY = EnumSet.of(Mood.CALM, Mood.SLOW, Mood.DOWN, Mood.GARBAGE, Mood.DUPLICATE);

    private Mood mood = Mood.CALM;
    private long millis;
    private int left;

    public synchronized void set(Mood next, long sleep, int count) {
        mood = next;
        millis = sleep;
        left = count;
    }

    public synchronized Mood now() {
        return mood;
    }

    /** The mood for one request: calm when the present mood does not apply to it; uses up one of the counted. */
    public synchronized Mood take(Set<Mood> applicable) {
        if (mood == Mood.CALM || !applicable.contains(mood)) {
            return Mood.CALM;
        }
        Mood taken = mood;
        if (left > 0 && --left == 0) {
            mood = Mood.CALM;
        }
        return taken;
    }

    /** Sleeps as long as the slow mood says. */
    public void sleep() {
        long pause;
        synchronized (this) {
            pause = millis;
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized ObjectNode show() {
        return Json.object().put("mood", mood.word()).put("millis", millis).put("count", left);
    }
}
