package cn.zrzy.hub.routes.stage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.camel.Message;

/** What happened in one scene, in order: each bean call and each sending is a line. It can make one line fail. */
final class Journal {

    private static final String WATCH = "shiftWatch.require(shift)";

    private final Map<String, Deque<Object>> script = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Integer> watches = new ArrayList<>();
    private int failAt = -1;
    private int watchFailAt = -1;
    private Exception failure;
    private Object lastAnswer;

    void answers(Map<String, List<Object>> scripted) {
        scripted.forEach((call, values) -> script.put(call, new ArrayDeque<>(values)));
    }

    /** @param line of {@link #told()}, from 0 */
    void failAt(int line, Exception thrown) {
        failAt = line;
        failure = thrown;
    }

    /** @param watch which time the shift is asked, from 0 */
    void failAtWatch(int watch, Exception thrown) {
        watchFailAt = watch;
        failure = thrown;
    }

    /** @return what the scene says, or else what such a method gives on any day */
    Object called(String bean, String method, Object[] arguments, Function<String, Object> usual) throws Exception {
        String call = bean + "." + method;
        String line = call + "(" + Words.of(arguments) + ")";
        if (line.equals(WATCH)) {
            watches.add(lines.size());
            if (watches.size() - 1 == watchFailAt) {
                throw failure;
            }
        } else {
            add(line);
        }
        Deque<Object> next = script.get(call);
        Object answer = next == null || next.isEmpty() ? usual.apply(call) : next.poll();
        if (answer instanceof Deed deed) {
            answer = deed.done(arguments);
        }
        lastAnswer = answer;
        return answer;
    }

    /** A stand-in that does something to what it is given, as the real one does. */
    @FunctionalInterface
    interface Deed {
        Object done(Object[] arguments);
    }

    void sent(String address, Message message) throws Exception {
        add("→ " + address + " " + new TreeMap<>(words(message.getHeaders())) + " " + Words.of(message.getBody()));
    }

    private static Map<String, String> words(Map<String, Object> headers) {
        Map<String, String> words = new HashMap<>();
        headers.forEach((name, value) -> words.put(name, Words.of(value)));
        return words;
    }

    private void add(String line) throws Exception {
        lines.add(line);
        if (lines.size() - 1 == failAt) {
            throw failure;
        }
    }

    /** The lines; one before which the shift was asked begins with a star. */
    List<String> told() {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            told.add((watches.contains(i) ? "* " : "") + lines.get(i));
        }
        return told;
    }

    /** Before which line the shift was asked, each time. */
    List<Integer> watches() {
        return List.copyOf(watches);
    }

    Object lastAnswer() {
        return lastAnswer;
    }

    @Override
    public String toString() {
        return String.join("\n", told()) + Arrays.toString(watches.toArray());
    }
}
