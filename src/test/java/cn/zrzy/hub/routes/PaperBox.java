package cn.zrzy.hub.routes;

import cn.zrzy.hub.ceremony.record.StampPapers;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every draw promised stamps; its papers are their names; the first token stands, as in the real room. */
final class PaperBox implements StampPapers {

    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    @Override
    public String authority(String drawNo) {
        return "模拟时间戳机构";
    }

    @Override
    public byte[] paper(String drawNo, String file) {
        return (drawNo + "/" + file).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<OffsetDateTime> stampedAt(String drawNo, String file) {
        return Optional.empty();
    }

    @Override
    public byte[] keep(String drawNo, String file, byte[] token) {
        byte[] first = kept.putIfAbsent(drawNo + "/" + file, token);
        return first == null ? token : first;
    }

    Optional<byte[]> token(String drawNo, String file) {
        return Optional.ofNullable(kept.get(drawNo + "/" + file));
    }
}
