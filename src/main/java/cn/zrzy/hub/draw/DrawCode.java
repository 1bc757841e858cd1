package cn.zrzy.hub.draw;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import cn.zrzy.hub.draw.model.DrawRequest;
import java.util.Map;
import java.util.TreeMap;

/**
 * 抽取程序: which code draws, as every manifest names it, so that a hub that was quietly changed cannot pass for the one
 * that was examined.
 *
 * @param version of the build
 * @param sm3 64 hex: SM3 over one line {@code <sm3> *./<path>} for each class file, by bytes of path
 */
public record DrawCode(String version, String sm3) {

    /** @param classes the class files below {@code cn/zrzy/hub/draw} by path from there */
    public static DrawCode of(String version, Map<String, byte[]> classes) {
        Map<String, byte[]> sorted = new TreeMap<>(Bytes.ORDER);
        sorted.putAll(classes);
        StringBuilder lines = new StringBuilder();
        Hash hash = Hash.of(DrawHash.SM3);
        sorted.forEach((path, bytes) ->
                lines.append(hash.hex(bytes)).append(" *./").append(path).append('\n'));
        return new DrawCode(version, hash.hex(Bytes.utf8(lines.toString())));
    }

    /** 程序版本, for {@link DrawRequest#software()}. */
    public String software() {
        return "double-random-hub/" + version + "+" + sm3;
    }
}
