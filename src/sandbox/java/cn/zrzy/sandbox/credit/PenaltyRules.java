package cn.zrzy.sandbox.credit;

import cn.zrzy.sandbox.data.Codes;
import cn.zrzy.sandbox.data.Register;
import cn.zrzy.sandbox.kit.Options;
import cn.zrzy.sandbox.kit.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** 行政处罚公示规则: conditional fields, check digits and dates of docs/partners/credit.md. */
final class PenaltyRules {

    private static final Set<String> KINDS = Set.of(
            "警告",
            "通报批评",
            "罚款",
            "没收违法所得",
            "没收非法财物",
            "暂扣许可证件",
            "降低资质等级",
            "吊销许可证件",
            "限制开展生产经营活动",
            "责令停产停业",
            "责令关闭",
            "限制从业",
            "行政拘留",
            "其他");
    private static final Set<String> CARDS = Set.of("身份证", "护照号", "港澳居民来往内地通行证", "台湾居民来往大陆通行证", "外国人永久居留身份证");

    private PenaltyRules() {}

    /** Party, organ and source: each name with the code beside it. */
    static void oneBody(JsonNode record) {
        oneBody(record, "CF_XDR_MC", "CF_XDR_SHXYM");
        oneBody(record, "CF_CFJG", "CF_CFJGDM");
        oneBody(record, "CF_SJLY", "CF_SJLYDM");
    }

    private static void oneBody(JsonNode record, String name, String code) {
        String given = record.path(code).asText();
        must(
                !Codes.creditCodeHolds(given)
                        || Register.pairs(record.path(name).asText(), given),
                "E-3013",
                name + " 与 " + code + " 不是同一主体");
    }

    static void check(JsonNode record) {
        boolean person = record.path("CF_XDR_LB").asText().equals("自然人");
        need(record, person, "CF_XDR_ZJLX");
        need(record, person, "CF_XDR_ZJHM");
        need(record, !person, "CF_XDR_SHXYM");
        need(record, record.has("CF_FR_ZJLX"), "CF_FR_ZJHM");
        need(record, record.has("CF_FR_ZJHM"), "CF_FR_ZJLX");
        for (String field : List.of("CF_XDR_SHXYM", "CF_CFJGDM", "CF_SJLYDM")) {
            String code = record.path(field).asText();
            must(code.isEmpty() || Codes.creditCodeHolds(code), "E-3010", field + "：校验位错误");
        }
        for (String field : List.of("CF_XDR_ZJLX", "CF_FR_ZJLX")) {
            String card = record.path(field).asText();
            must(card.isEmpty() || CARDS.contains(card) || card.startsWith("其他-"), "E-3004", field + "：证件类型不在代码表内");
        }
        penalty(record);
        dates(record);
    }

    private static void penalty(JsonNode record) {
        String kinds = record.path("CF_CFLB").asText();
        for (String kind : kinds.split("、")) {
            must(KINDS.contains(kind), "E-3004", "CF_CFLB：“" + kind + "”不在代码表内");
        }
        need(record, kinds.contains("罚款"), "CF_NR_FK");
        need(record, kinds.contains("没收"), "CF_NR_WFFF");
        need(record, kinds.contains("暂扣") || kinds.contains("吊销"), "CF_NR_ZKDX");
    }

    private static void dates(JsonNode record) {
        LocalDate decided = LocalDate.parse(record.path("CF_JDRQ").asText());
        LocalDate until = LocalDate.parse(record.path("CF_GSJZQ").asText());
        // One day of grace: the sender's business date may run ahead of this clock.
        must(!decided.isAfter(LocalDate.now(Options.ZONE).plusDays(1)), "E-3012", "CF_JDRQ：决定日期晚于当日");
        must(until.isAfter(decided) && !until.isAfter(decided.plusYears(3)), "E-3012", "CF_GSJZQ：公示截止期不合理");
    }

    private static void need(JsonNode record, boolean condition, String field) {
        must(!condition || record.has(field), "E-3011", field + "：此情形下必填");
    }

    private static void must(boolean holds, String code, String otherwise) {
        if (!holds) {
            throw new Refusal(422, code, otherwise);
        }
    }
}
