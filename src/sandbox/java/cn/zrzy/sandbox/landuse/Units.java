package cn.zrzy.sandbox.landuse;

import cn.zrzy.sandbox.data.Company;
import cn.zrzy.sandbox.data.Dice;
import cn.zrzy.sandbox.data.Dirt;
import cn.zrzy.sandbox.data.Life;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 资质单位 and 乡镇政府. */
final class Units extends Feed {

    /** 资质类型, with the trade that its holders carry in their names and the word that opens their certificate numbers. */
    private enum Kind {
        SURVEY_A("甲级测绘", "测绘科技", "甲测资字"),
        SURVEY_B("乙级测绘", "测绘科技", "乙测资字"),
        MAP("地图编制", "地图文化", "图编字"),
        NET_MAP("互联网地图", "位置网络", "网图字"),
        HAZARD_ASSESSMENT("地灾评估", "地质工程", "灾评字"),
        HAZARD_CONTROL("地灾治理", "岩土工程", "灾治字"),
        PLANNING("城乡规划编制", "规划设计", "自资规乙字"),
        VALUATION("土地估价", "土地房地产评估", "豫估备字"),
        REGISTRATION("登记代理", "不动产登记代理", "豫登代字"),
        EXPLORATION("地质勘查", "地质勘查", "地勘字"),
        FOSSIL("古生物收藏", "自然博物", "古藏字");

        private final String label;
        private final String trade;
        private final String word;

        Kind(String label, String trade, String word) {
            this.label = label;
            this.trade = trade;
            this.word = word;
        }
    }

    Units(int size) {
        super(
                "units",
                size,
                List.of(
                        "badUscc",
                        "missingUscc",
                        "fullWidth",
                        "trailingSpace",
                        "dateStyle",
                        "wrongDistrict",
                        "oldDistrict",
                        "duplicateKey",
                        "certExpired"));
    }

    @Override
    Map<String, Object> row(int number, Life life, LocalDate date) {
        String dirt = Dirt.rule(number, rules);
        int same = dirt.equals("duplicateKey") ? number - 1 : number;
        Dice fixed = new Dice(name, same, 0);
        boolean township = same % 30 == 0 && same / 30 < 120;
        Kind kind = fixed.percent(45) ? Kind.SURVEY_B : fixed.pick(Kind.values());
        Company unit = township ? Company.township(same / 30) : Company.of(100_000 + same, same, kind.trade);
        Dice moving = new Dice(name, number, life.version());
        LocalDate until = dirt.equals("certExpired")
                ? LocalDate.of(2023, 6, 30).plusDays(fixed.below(700))
                : LocalDate.of(2028, 1, 1).plusDays(moving.below(1400));
        Object code = Holders.code(unit, dirt, number);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("dwmc", unit.name() + (dirt.equals("trailingSpace") ? "\u3000" : ""));
        row.put("tyshxydm", dirt.equals("fullWidth") ? Dirt.fullWidth(unit.code()) : code);
        row.put("zzlx", township ? "乡镇政府" : kind.label);
        row.put("zzbh", township ? "" : kind.word + "41%06d".formatted(100000 + same));
        row.put(
                "yxqz",
                township ? "" : dirt.equals("dateStyle") ? Dirt.dateStyle(until, number / 200) : until.toString());
        row.put("xzqdm", Holders.district(unit.county().code(), dirt));
        row.put("xyfl", township ? "" : moving.pick(Holders.CLASSES));
        row.put("zt", life.ended() ? "注销" : "有效");
        return row;
    }
}
