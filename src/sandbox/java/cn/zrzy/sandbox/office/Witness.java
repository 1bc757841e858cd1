package cn.zrzy.sandbox.office;

import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Sm3;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** 承诺方: binds itself to 32 random bytes before the freeze and shows them after; keeps them on paper in between. */
final class Witness {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path paper;

    Witness(Path folder) throws IOException {
        Files.createDirectories(folder);
        this.paper = folder.resolve("witness.json");
    }

    /** The party's value for this draw; made once and written down before it is used. */
    synchronized String value(String drawNo, String party) throws IOException {
        ObjectNode kept =
                Files.exists(paper) ? (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(paper)) : Json.object();
        String key = drawNo + "/" + party;
        JsonNode known = kept.get(key);
        if (known != null) {
            return known.asText();
        }
        String value = HexFormat.of().formatHex(random(32));
        kept.put(key, value);
        Path half = paper.resolveSibling("witness.new");
        Files.write(half, Json.bytes(kept));
        Files.move(half, paper, StandardCopyOption.ATOMIC_MOVE);
        return value;
    }

    /** docs/draw/bundle-format.md: H(lp("SSJ/commit/v1") || lp(drawNo) || lp(party) || lp(value)). */
    static String commitment(String drawNo, String party, String value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        lengthPrefixed(bytes, "SSJ/commit/v1".getBytes(StandardCharsets.UTF_8));
        lengthPrefixed(bytes, drawNo.getBytes(StandardCharsets.UTF_8));
        lengthPrefixed(bytes, party.getBytes(StandardCharsets.UTF_8));
        lengthPrefixed(bytes, HexFormat.of().parseHex(value));
        return Sm3.of(bytes.toByteArray());
    }

    /** Ten-sided dice before a notary. */
    static String dice(int count) {
        StringBuilder dice = new StringBuilder();
        for (int i = 0; i < count; i++) {
            dice.append(RANDOM.nextInt(10));
        }
        return dice.toString();
    }

    private static void lengthPrefixed(ByteArrayOutputStream out, byte[] part) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(part.length).array());
        out.writeBytes(part);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
