package cn.zrzy.sandbox.landuse;

import cn.zrzy.sandbox.kit.Call;
import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Mood;
import cn.zrzy.sandbox.kit.Moods;
import cn.zrzy.sandbox.kit.Options;
import cn.zrzy.sandbox.kit.Secrets;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 业务系统的查询窗口: pages, the ledger, and the truth about their dirt. */
final class LanduseDesk {

    private final Map<String, Feed> feeds = new LinkedHashMap<>();
    private final Moods moods;
    private final Secrets secrets;
    private volatile LocalDate today;

    LanduseDesk(Options options, Moods moods, Secrets secrets) {
        this.moods = moods;
        this.secrets = secrets;
        today = options.date();
        double scale = options.scale();
        add(new Parcels((int) Math.ceil(30000 * scale)));
        add(new Projects((int) Math.ceil(12000 * scale)));
        add(new Units((int) Math.ceil(3000 * scale)));
        add(new MiningRights((int) Math.ceil(5000 * scale)));
    }

    private void add(Feed feed) {
        feeds.put(feed.name, feed);
    }

    Set<String> names() {
        return feeds.keySet();
    }

    void page(Call call, String name) throws IOException {
        Mood mood = moods.take(Moods.EVERY);
        if (turnedAway(call, mood)) {
            return;
        }
        int page = Integer.parseInt(call.query("page", "1"));
        int size = Integer.parseInt(call.query("size", "1000"));
        if (page < 1 || size < 1 || size > 5000) {
            call.json(400, Json.object().put("code", 400).put("message", "page 从 1 起，size 为 1–5000"));
            return;
        }
        LocalDate date = LocalDate.parse(call.query("date", today.toString()));
        Feed feed = feeds.get(name);
        int total = feed.numbers(date).length;
        List<Map<String, Object>> rows = feed.rows(date, (page - 1) * size, page * size);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("code", 0);
        answer.put("message", "成功");
        answer.put("total", total);
        answer.put("pages", (total + size - 1) / size);
        answer.put("page", page);
        answer.put("rows", mood == Mood.DUPLICATE ? twice(rows) : rows);
        give(call, mood, "application/json; charset=utf-8", Json.bytes(answer));
    }

    void ledger(Call call) throws IOException {
        Mood mood = moods.take(Moods.EVERY);
        if (turnedAway(call, mood)) {
            return;
        }
        LocalDate date = LocalDate.parse(call.query("date", today.toString()));
        List<Map<String, Object>> rows = feeds.get("mining-rights").rows(date, 0, Integer.MAX_VALUE);
        give(
                call,
                mood,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                LedgerBook.write(rows, date, mood == Mood.DUPLICATE ? 2 : 1));
    }

    private boolean turnedAway(Call call, Mood mood) throws IOException {
        if (mood == Mood.SLOW) {
            moods.sleep();
        }
        String token = secrets.find("landuse-token").orElse("");
        if (mood == Mood.DOWN || mood == Mood.ANSWER_LOST) {
            call.cut();
        } else if (token.isEmpty() || !call.header("Authorization").equals("Bearer " + token)) {
            call.json(401, Json.object().put("code", 401).put("message", "令牌缺失或不符"));
        } else if (mood == Mood.REJECTING) {
            call.json(403, Json.object().put("code", 403).put("message", "该应用未获授权调用此接口"));
        } else {
            return false;
        }
        return true;
    }

    private static void give(Call call, Mood mood, String type, byte[] bytes) throws IOException {
        call.answer(200, type, mood == Mood.GARBAGE ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
    }

    private static List<Map<String, Object>> twice(List<Map<String, Object>> rows) {
        List<Map<String, Object>> doubled = new ArrayList<>();
        rows.forEach(row -> {
            doubled.add(row);
            doubled.add(row);
        });
        return doubled;
    }

    void truth(Call call) throws IOException {
        LocalDate date = LocalDate.parse(call.query("date", today.toString()));
        String wanted = call.query("feed", "");
        if (!wanted.isEmpty()) {
            call.json(200, truth(find(wanted), date));
            return;
        }
        ObjectNode each = Json.object();
        ObjectNode sum = Json.object();
        int rows = 0;
        for (Feed feed : feeds.values()) {
            each.set(feed.name, truth(feed, date));
            rows += feed.numbers(date).length;
            feed.bad(date).forEach((rule, n) -> sum.put(rule, sum.path(rule).asInt() + n));
        }
        ObjectNode answer = Json.object().put("date", date.toString()).put("rows", rows);
        answer.set("bad", sum);
        answer.set("feeds", each);
        call.json(200, answer);
    }

    private static ObjectNode truth(Feed feed, LocalDate date) {
        ObjectNode answer = Json.object()
                .put("feed", feed.name)
                .put("date", date.toString())
                .put("rows", feed.numbers(date).length);
        answer.set("bad", Json.MAPPER.valueToTree(feed.bad(date)));
        return answer;
    }

    void shrink(Call call) throws IOException {
        ObjectNode wish = Json.object(call.body(10_000)).orElseThrow(() -> new IllegalArgumentException("不是 JSON"));
        find(wish.path("feed").asText()).shrink(wish.path("percent").asInt());
        call.json(200, wish);
    }

    void today(Call call) throws IOException {
        ObjectNode wish = Json.object(call.body(10_000)).orElseThrow(() -> new IllegalArgumentException("不是 JSON"));
        today = LocalDate.parse(wish.path("date").asText());
        call.json(200, wish);
    }

    private Feed find(String name) {
        Feed feed = feeds.get(name);
        if (feed == null) {
            throw new IllegalArgumentException("没有来源 " + name);
        }
        return feed;
    }
}
