package cn.zrzy.sandbox.portal;

import cn.zrzy.sandbox.data.Codes;
import cn.zrzy.sandbox.kit.Call;
import cn.zrzy.sandbox.kit.Desk;
import cn.zrzy.sandbox.kit.Effect;
import cn.zrzy.sandbox.kit.EffectBook;
import cn.zrzy.sandbox.kit.Fault;
import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Matter;
import cn.zrzy.sandbox.kit.Refusal;
import cn.zrzy.sandbox.kit.Schema;
import cn.zrzy.sandbox.kit.Secrets;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 门户的用语: its token, its editor's rules, its article numbers. */
final class PortalWording implements Desk.Wording {

    private static final String[] CODES = {"E-2001", "E-2002", "E-2003", "E-2004", "E-2005", "E-2008", "E-2001"};
    private static final Pattern UNSAFE = Pattern.compile("(?i)<script|<iframe|javascript:|<[^>]*\\son[a-z]+\\s*=");
    private static final Pattern CITIZEN = Pattern.compile(
            "(?<![0-9A-Za-z])([1-6][0-9]{5}(?:19|20)[0-9]{2}[01][0-9][0-3][0-9]{4})([0-9X])(?![0-9A-Za-z])");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9A-Za-z])1[3-9][0-9]{9}(?![0-9A-Za-z])");

    private final Schema schema = Schema.load("portal/articles");
    private final Schema withdrawals = Schema.load("portal/withdrawals");
    private final Secrets secrets;
    private final EffectBook book;
    private final int port;

    PortalWording(Secrets secrets, EffectBook book, int port) {
        this.secrets = secrets;
        this.book = book;
        this.port = port;
    }

    @Override
    public void admit(Call call, byte[] body) {
        String token = secrets.find("portal-token").orElse("");
        if (token.isEmpty() || !call.header("Authorization").equals("Bearer " + token)) {
            throw new Refusal(401, "E-TOKEN", "令牌缺失或不符");
        }
    }

    @Override
    public void check(String kind, ObjectNode message) {
        List<Fault> faults = (withdraws(message) ? withdrawals : schema).check(message);
        if (!faults.isEmpty()) {
            Fault first = faults.get(0);
            throw new Refusal(422, CODES[first.kind().ordinal()], first.toString());
        }
        String text = message.path("title").asText() + " "
                + message.path("bodyHtml").asText(message.path("withdraw").asText());
        if (UNSAFE.matcher(text).find()) {
            throw new Refusal(422, "E-2006", "正文含脚本、内嵌框架或事件属性");
        }
        Matcher id = CITIZEN.matcher(text);
        while (id.find()) {
            if (Codes.citizenCheck(id.group(1)) == id.group(2).charAt(0)) {
                throw new Refusal(422, "E-2007", "正文含完整身份证号");
            }
        }
        if (MOBILE.matcher(text).find()) {
            throw new Refusal(422, "E-2007", "正文含手机号");
        }
    }

    static boolean withdraws(JsonNode message) {
        return message.has("withdraw");
    }

    @Override
    public Matter matter(String kind, ObjectNode message) {
        return new Matter(message.path("sourceKey").asText(), !withdraws(message));
    }

    @Override
    public ObjectNode enter(int number, String kind, ObjectNode message) {
        List<Effect> before = book.of(message.path("sourceKey").asText());
        String id = before.isEmpty()
                ? "A%06d".formatted(number)
                : before.get(0).note().path("articleId").asText();
        ObjectNode note = Json.object().put("articleId", id).put("revision", before.size() + 1);
        note.set("article", message);
        return note;
    }

    @Override
    public ObjectNode accepted(Effect effect, boolean duplicate) {
        String id = effect.note().path("articleId").asText();
        return Json.object()
                .put("status", "OK")
                .put("articleId", id)
                .put("revision", effect.note().path("revision").asInt())
                .put("url", "http://127.0.0.1:" + port + "/portal/articles/" + id)
                .put("idempotencyKey", effect.key())
                .put("digest", effect.digest())
                .put("publishedAt", effect.at());
    }

    @Override
    public ObjectNode refused(String code, String message) {
        return Json.object().put("status", "ERROR").put("code", code).put("message", message);
    }

    @Override
    public ObjectNode listed(ObjectNode page) {
        return Json.object().put("status", "OK").setAll(page);
    }

    @Override
    public Refusal moody() {
        return new Refusal(422, "E-2042", "编辑退稿：请核对栏目与标题后重新提交");
    }
}
