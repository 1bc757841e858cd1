package cn.zrzy.sandbox.province;

import cn.zrzy.sandbox.kit.Call;
import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Refusal;
import cn.zrzy.sandbox.kit.Sm3;
import cn.zrzy.sandbox.kit.Stamp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.Random;
import java.util.stream.Stream;

/** 抽取室: pools handed in, what was drawn from them and seeds given, a file each; drawn once, told as often as asked. */
final class LotteryRoom {

    private final Path folder;
    private volatile Manner manner = Manner.FAIR;

    LotteryRoom(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** {@code PUT /sim/province/drawing {"manner":"lopsided"}}; DELETE forgets what was drawn, as a platform that mends it. */
    synchronized void control(Call call) throws IOException {
        if (call.method().equals("DELETE")) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".result.json")).toList()) {
                    Files.delete(file);
                }
            }
        }
        if (call.method().equals("PUT")) {
            manner = Manner.of(Json.object(call.body(1_000))
                    .orElseThrow(() -> new IllegalArgumentException("不是 JSON"))
                    .path("manner")
                    .asText());
        }
        call.json(200, Json.object().put("manner", manner.word()));
    }

    void hand(ObjectNode pool) {
        write(pool.path("drawNo").asText() + ".pool.json", pool);
    }

    /** {@code /province/draws/<no>/result} and {@code …/seed}; 404 while there is none. */
    synchronized ObjectNode answer(String path) {
        String[] words = path.split("/");
        if (words.length != 5 || !words[3].matches("[A-Z0-9-]{4,60}")) {
            throw new Refusal(404, "E-PATH", "没有此接口");
        }
        ObjectNode pool = read(words[3] + ".pool.json");
        if (pool == null) {
            throw none();
        }
        ObjectNode data = switch (words[4]) {
            case "result" -> result(words[3], pool);
            case "seed" -> seed(words[3], pool);
            default -> throw new Refusal(404, "E-PATH", "没有此接口");
        };
        ObjectNode answer = Json.object().put("code", "0").put("message", "成功");
        answer.set("data", data);
        return answer;
    }

    private ObjectNode result(String drawNo, JsonNode pool) {
        ObjectNode drawn = read(drawNo + ".result.json");
        if (drawn == null) {
            if (manner == Manner.LATE || !pool.path("mode").asText().equals("P")) {
                throw none();
            }
            drawn = new PlatformLottery(pool, manner, luck(drawNo)).draw();
            write(drawNo + ".result.json", drawn);
        }
        return drawn;
    }

    private ObjectNode seed(String drawNo, JsonNode pool) {
        ObjectNode given = read(drawNo + ".seed.json");
        if (given == null) {
            boolean due = pool.path("mode").asText().equals("S")
                    && !OffsetDateTime.now()
                            .isBefore(OffsetDateTime.parse(pool.path("seedFrom").asText()));
            if (manner == Manner.LATE || !due) {
                throw none();
            }
            given = Json.object()
                    .put("drawNo", drawNo)
                    .put("manifestDigest", pool.path("manifestDigest").asText())
                    .put("seed", "%064x".formatted(new BigInteger(256, new SecureRandom())))
                    .put("givenAt", Stamp.now());
            write(drawNo + ".seed.json", given);
        }
        return given;
    }

    /** The same number, the same draw, so that a run that goes wrong can be repeated. */
    private static Random luck(String drawNo) {
        return new Random(new BigInteger(Sm3.of(drawNo.getBytes(StandardCharsets.UTF_8)), 16).longValue());
    }

    private static Refusal none() {
        return new Refusal(404, "E-NONE", "没有该抽取编号的结果或种子");
    }

    private ObjectNode read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Json.object(Files.readAllBytes(file)).orElseThrow() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, ObjectNode content) {
        try {
            Files.write(folder.resolve(name), Json.bytes(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
