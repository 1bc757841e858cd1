package cn.zrzy.hub.partner.province;

import cn.zrzy.hub.ceremony.platform.PlatformAnswer;
import cn.zrzy.hub.ceremony.platform.PlatformReturn;
import cn.zrzy.hub.delivery.Answer;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.partner.CodeTables;
import cn.zrzy.hub.partner.Documents;
import cn.zrzy.hub.partner.HttpVerdict;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the province for what it drew and for its seeds, and reads the answers (省平台抽取结果、种子). */
@Component("provinceReturns")
class ProvinceReturns {

    private static final String PATH = "/province/draws/";

    private final HttpVerdict verdict;
    private final ProvinceSigner signer;

    ProvinceReturns(CodeTables tables, ProvinceSigner signer, Clock clock) {
        this.verdict = ProvinceReceipts.verdict(tables, clock);
        this.signer = signer;
    }

    /** @param what {@code result} or {@code seed} */
    String path(String drawNo, String what) {
        return "/" + drawNo + "/" + what;
    }

    String sign(String drawNo, String what) {
        return signer.signQuestion(PATH + drawNo + "/" + what);
    }

    PlatformAnswer<PlatformReturn> result(String drawNo, int status, byte[] body) {
        return () -> {
            JsonNode data = data(drawNo, status, body, "抽取结果");
            try {
                return new PlatformReturn(
                        Documents.text(data, "drawNo"),
                        Documents.text(data, "manifestDigest"),
                        OffsetDateTime.parse(Documents.text(data, "drawnAt")),
                        picks(drawNo, data.path("picks")),
                        teams(drawNo, data.path("teams")));
            } catch (DateTimeException e) {
                throw unreadable(drawNo, "drawnAt 不是日期时间");
            }
        };
    }

    PlatformAnswer<String> seed(String drawNo, int status, byte[] body) {
        return () -> {
            JsonNode data = data(drawNo, status, body, "种子");
            String seed = Documents.text(data, "seed");
            if (!drawNo.equals(Documents.text(data, "drawNo")) || seed.isEmpty()) {
                throw unreadable(drawNo, "没有本次抽取的 seed");
            }
            return seed;
        };
    }

    private JsonNode data(String drawNo, int status, byte[] body, String what) {
        Answer answer = new Answer(status, body == null ? "" : new String(body, StandardCharsets.UTF_8), "", "", false);
        if (verdict.saysAbsent(answer)) {
            throw new TryLater("抽取 " + drawNo + " 等待省平台给出" + what);
        }
        try {
            return verdict.acceptedToQuestion(answer).path("data");
        } catch (AnswerLost lost) {
            throw new TryLater(lost.getMessage()); // a question may be asked again
        }
    }

    private static List<PlatformReturn.Choice> picks(String drawNo, JsonNode picks) {
        List<PlatformReturn.Choice> choices = new ArrayList<>();
        for (JsonNode pick : filled(drawNo, picks, "picks")) {
            choices.add(new PlatformReturn.Choice(must(drawNo, pick, "itemCode"), must(drawNo, pick, "objectId")));
        }
        return choices;
    }

    private static List<PlatformReturn.Team> teams(String drawNo, JsonNode teams) {
        List<PlatformReturn.Team> read = new ArrayList<>();
        for (JsonNode team : filled(drawNo, teams, "teams")) {
            List<String> cards = new ArrayList<>();
            team.path("certNos").forEach(card -> cards.add(card.asText()));
            read.add(new PlatformReturn.Team(must(drawNo, team, "objectId"), cards));
        }
        return read;
    }

    /** Half a result, once entered, could not be taken back. */
    private static JsonNode filled(String drawNo, JsonNode list, String name) {
        if (!list.isArray() || list.isEmpty()) {
            throw unreadable(drawNo, name + " 不是非空数组");
        }
        return list;
    }

    private static String must(String drawNo, JsonNode node, String field) {
        String text = Documents.text(node, field);
        if (text.isEmpty()) {
            throw unreadable(drawNo, "缺 " + field);
        }
        return text;
    }

    private static Rejected unreadable(String drawNo, String why) {
        return new Rejected("E-PROV-RESULT", "省平台对抽取 " + drawNo + " 的应答不合约定：" + why);
    }
}
