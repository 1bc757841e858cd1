package cn.zrzy.sandbox.landuse;

import cn.zrzy.sandbox.data.Company;
import cn.zrzy.sandbox.data.County;
import cn.zrzy.sandbox.data.Dice;
import cn.zrzy.sandbox.data.Dirt;
import cn.zrzy.sandbox.data.Life;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 矿业权台账. */
final class MiningRights extends Feed {

    private static final String[] MINERALS = {"煤", "铝土矿", "水泥用灰岩", "建筑石料用灰岩", "陶瓷土", "耐火粘土", "砖瓦用页岩", "地热", "矿泉水", "铁矿"
    };
    private static final County[] PLACES = {
        County.YUZHOU, County.YUZHOU, County.YUZHOU, County.XIANGCHENG, County.JIANAN, County.CHANGGE
    };

    MiningRights(int size) {
        super(
                "mining-rights",
                size,
                List.of(
                        "badUscc",
                        "missingUscc",
                        "fullWidth",
                        "trailingSpace",
                        "dateStyle",
                        "badArea",
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
        County county = fixed.pick(PLACES);
        int owner = fixed.below(3000);
        Company holder = Company.of(50_000 + owner, owner, "矿业");
        boolean mining = fixed.percent(85);
        // An expired right was granted long enough ago for its term to have run out in order.
        LocalDate from =
                LocalDate.of(dirt.equals("certExpired") ? 2013 : 2019, 1, 1).plusDays(fixed.below(2500));
        String licence = (mining ? "C" : "T")
                + county.code()
                + from.toString().replace("-", "").substring(0, 6)
                + (7100 + fixed.below(30))
                + "%06d".formatted(100000 + same);
        Dice moving = new Dice(name, number, life.version());
        LocalDate until = dirt.equals("certExpired")
                ? LocalDate.of(2022, 3, 31).plusDays(fixed.below(900))
                : LocalDate.of(2028, 1, 1).plusDays(moving.below(3600));
        BigDecimal area = BigDecimal.valueOf(200 + fixed.below(60000), 4);
        boolean style = dirt.equals("dateStyle");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("许可证号", dirt.equals("fullWidth") ? Dirt.fullWidth(licence) : licence);
        row.put("矿业权人", holder.name() + (dirt.equals("trailingSpace") ? "\u3000" : ""));
        row.put("统一社会信用代码", Holders.code(holder, dirt, number));
        row.put("矿山名称", county.label() + county.town(fixed.below(20)) + fixed.pick(MINERALS) + (mining ? "矿" : "普查区"));
        row.put("权种", mining ? "采矿权" : "探矿权");
        row.put("矿种", new Dice("mineral", same, 0).pick(MINERALS));
        row.put("面积(平方公里)", dirt.equals("badArea") ? area.negate() : area);
        row.put("有效期起", style ? Dirt.dateStyle(from, number / 200) : from);
        row.put("有效期止", style ? Dirt.dateStyle(until, number / 200) : until);
        row.put("行政区划代码", Holders.district(county.code(), dirt));
        row.put("矿山分级", moving.pick(new String[] {"A", "B", "B", "C"}));
        row.put("状态", life.ended() ? "注销" : "有效");
        return row;
    }
}
