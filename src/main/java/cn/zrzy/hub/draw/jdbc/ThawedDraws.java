package cn.zrzy.hub.draw.jdbc;

import cn.zrzy.hub.draw.model.FrozenDraw;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * The draws that were last read back and believed (已核对的抽取). Each reveal and each observation asks for the whole frozen
 * draw, and judging 35,000 subjects takes seconds; the same bytes need no second judgement. Every byte is read and hashed
 * anew each time, so that one changed byte is judged again and distrust loses nothing. Memory gives way when it is short.
 */
class ThawedDraws {

    private static final int MOST = 4;

    private final Map<String, SoftReference<FrozenDraw>> byBytes = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SoftReference<FrozenDraw>> eldest) {
            return size() > MOST;
        }
    };

    FrozenDraw of(
            String drawNo,
            SortedMap<String, byte[]> files,
            byte[] recusals,
            List<String> log,
            Supplier<FrozenDraw> judged) {
        String bytes = digest(drawNo, files, recusals, log);
        synchronized (byBytes) {
            SoftReference<FrozenDraw> kept = byBytes.get(bytes);
            FrozenDraw draw = kept == null ? null : kept.get();
            if (draw != null) {
                return draw;
            }
        }
        FrozenDraw draw = judged.get();
        synchronized (byBytes) {
            byBytes.put(bytes, new SoftReference<>(draw));
        }
        return draw;
    }

    /** Each part with its length, so that no byte can move from one part to the next unseen. */
    private static String digest(String drawNo, SortedMap<String, byte[]> files, byte[] recusals, List<String> log) {
        try {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            add(sum, utf8(drawNo));
            files.forEach((name, bytes) -> {
                add(sum, utf8(name));
                add(sum, bytes);
            });
            add(sum, recusals);
            log.forEach(line -> add(sum, utf8(line)));
            return HexFormat.of().formatHex(sum.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest sum, byte[] part) {
        sum.update(utf8(part.length + ":"));
        sum.update(part);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
