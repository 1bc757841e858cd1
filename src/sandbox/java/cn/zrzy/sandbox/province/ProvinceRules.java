package cn.zrzy.sandbox.province;

import cn.zrzy.sandbox.data.Codes;
import cn.zrzy.sandbox.data.Register;
import cn.zrzy.sandbox.kit.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** 省平台的业务规则: what its schema cannot say, refused with E-1042. */
final class ProvinceRules {

    private ProvinceRules() {}

    static void check(String kind, JsonNode message) {
        switch (kind) {
            case "schemes" -> window(message);
            case "pools" -> pool(message);
            case "draws" -> draw(message);
            case "results" -> result(message);
            default -> {}
        }
    }

    private static void window(JsonNode scheme) {
        LocalDate from = LocalDate.parse(scheme.path("windowFrom").asText());
        must(!LocalDate.parse(scheme.path("windowTo").asText()).isBefore(from), "检查时段的止期早于起期");
    }

    private static void pool(JsonNode pool) {
        boolean draws = pool.path("mode").asText().equals("P");
        must(draws == !pool.path("strata").isEmpty(), "模式 P 须附名单，模式 S 不附");
        must(draws != pool.has("seedFrom") && draws != pool.has("seedUntil"), "模式 S 须写明给出种子的时段，模式 P 不写");
        for (JsonNode stratum : pool.path("strata")) {
            int objects = stratum.path("objects").size();
            must(
                    stratum.path("quota").asInt() <= objects,
                    "层 " + stratum.path("stratum").asText() + " 应抽数多于对象数");
        }
    }

    private static void draw(JsonNode draw) {
        int picked = draw.path("pickedCount").asInt();
        int listed = draw.path("picks").size();
        must(draw.has("publishAfter") ? listed == 0 : listed == picked, "封存的结果不附名单，其余 pickedCount 须等于 picks 条数");
        must(picked <= draw.path("poolCount").asInt(), "抽取数多于库内户数");
        for (JsonNode pick : draw.path("picks")) {
            int leaders = 0;
            for (JsonNode inspector : pick.path("inspectors")) {
                leaders += inspector.path("leader").asBoolean() ? 1 : 0;
            }
            must(leaders == 1, "第 " + pick.path("rank").asInt() + " 户的检查组应恰有一名组长");
            distinct(pick.path("inspectors"));
            oneBody(pick);
        }
    }

    private static void result(JsonNode result) {
        distinct(result.path("checkers"));
        oneBody(result);
        must(!result.path("withheld").asBoolean() || result.has("withheldReason"), "不公开的结果须写明理由 withheldReason");
    }

    /** Of a subject that is a body of its own; a parcel or a mine has a name and a number of another kind. */
    private static void oneBody(JsonNode object) {
        String id = object.path("objectId").asText();
        must(
                !Codes.creditCodeHolds(id)
                        || Register.pairs(object.path("objectName").asText(), id),
                "检查对象名称与统一社会信用代码不是同一主体");
    }

    private static void distinct(JsonNode people) {
        Set<String> numbers = new HashSet<>();
        for (JsonNode person : people) {
            must(numbers.add(person.path("certNo").asText()), "同一执法证号在一组内出现两次");
        }
    }

    private static void must(boolean holds, String otherwise) {
        if (!holds) {
            throw new Refusal(422, "E-1042", otherwise);
        }
    }
}
