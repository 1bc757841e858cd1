package cn.zrzy.hub.partner;

import cn.zrzy.hub.delivery.KeyAnswer;
import cn.zrzy.hub.delivery.KeyQuestion;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Rejected;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The question "which keys of mine do you hold?" and its answer, alike in all contracts (对键报文, docs/partners). Only the
 * envelope differs from partner to partner.
 */
public final class KeyPages {

    /** A page of 1,000 keys has about 300 KB. */
    public static final int LIMIT = 1024 * 1024;

    private static final int MOST_PAGES = 100_000;

    private KeyPages() {}

    /** Query of a question by HTTP. */
    public static String query(KeyQuestion question) {
        return "since=" + URLEncoder.encode(Documents.time(question.since()), StandardCharsets.UTF_8) + "&page="
                + question.page();
    }

    /** Document of a question by message or file. */
    public static String document(KeyQuestion question) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("question", "keys");
        document.put("questionNo", question.questionNo());
        document.put("since", Documents.time(question.since()));
        return new String(Documents.json(document), StandardCharsets.UTF_8);
    }

    /** Is it an answer at all? A receipt is not. */
    public static boolean isAnswer(String text) {
        return text != null
                && Documents.object(text)
                        .filter(answer -> "keys".equals(Documents.text(answer, "answer")))
                        .isPresent();
    }

    /** @throws Rejected E-KEYS-ANSWER */
    public static KeyAnswer document(String label, String text) {
        JsonNode answer =
                Documents.object(text == null ? "" : text).orElseThrow(() -> unreadable(label, "不是一个 JSON 对象"));
        return page(label, Documents.text(answer, "questionNo"), answer);
    }

    /**
     * @param label name of the partner for sentences
     * @param data object with {@code page}, {@code pages} and {@code keys}
     * @throws Rejected E-KEYS-ANSWER: half an answer read as a whole one would hide what the partner holds
     */
    public static KeyAnswer page(String label, String questionNo, JsonNode data) {
        int page = data.path("page").asInt(0);
        int pages = data.path("pages").asInt(0);
        if (page < 1 || pages < page || pages > MOST_PAGES || !data.path("keys").isArray()) {
            throw unreadable(label, "没有页码、页数或 keys");
        }
        List<KeyAnswer.Held> keys = new ArrayList<>();
        for (JsonNode line : data.path("keys")) {
            keys.add(held(label, line));
        }
        return new KeyAnswer(questionNo, page, pages, keys);
    }

    private static KeyAnswer.Held held(String label, JsonNode line) {
        String key = Documents.text(line, "key");
        String digest = Documents.digest(line, "digest");
        String kind = Documents.text(line, "kind");
        if (!key.matches("[!-~]{1,200}") || !digest.matches("[0-9a-f]{64}") || !kind.matches("[!-~]{1,40}")) {
            throw unreadable(label, "有一行的 key、kind 或 digest 不合约定");
        }
        try {
            return new KeyAnswer.Held(key, kind, Times.of(Documents.text(line, "receivedAt")), digest);
        } catch (AnswerLost e) {
            throw unreadable(label, "有一行的 receivedAt 不是日期时间");
        }
    }

    private static Rejected unreadable(String label, String why) {
        return new Rejected("E-KEYS-ANSWER", label + "对“收过哪些件”的答复不合约定：" + why);
    }
}
