package cn.zrzy.sandbox.landuse;

import cn.zrzy.sandbox.data.Company;
import cn.zrzy.sandbox.data.Dice;
import cn.zrzy.sandbox.data.Dirt;
import cn.zrzy.sandbox.data.Life;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 宗地. */
final class Parcels extends Feed {

    private static final String[] USES = {
        "工业用地", "城镇住宅用地", "商业用地", "公用设施用地", "物流仓储用地", "教育用地", "水浇地", "设施农用地", "采矿用地", "农村宅基地"
    };
    private static final String[] FEATURES = {"GB", "GB", "GB", "JB", "JC", "GS", "GX"};

    Parcels(int size) {
        super(
                "parcels",
                size,
                List.of(
                        "badUscc",
                        "missingUscc",
                        "badParcel",
                        "fullWidth",
                        "trailingSpace",
                        "dateStyle",
                        "badArea",
                        "wrongDistrict",
                        "oldDistrict",
                        "duplicateKey"));
    }

    @Override
    Map<String, Object> row(int number, Life life, LocalDate date) {
        String dirt = Dirt.rule(number, rules);
        Dice fixed = new Dice(name, number, 0);
        boolean rural = fixed.percent(20);
        Company holder = rural ? Company.village(fixed.below(2000)) : Company.of(fixed.below(20000));
        int keyNumber = dirt.equals("duplicateKey") ? number - 1 : number;
        String county = county(keyNumber);
        String code = code(keyNumber);
        Dice moving = new Dice(name, number, life.version());
        LocalDate updated = life.changed() != null
                ? life.changed()
                : LocalDate.of(2019, 1, 1).plusDays(fixed.below(2800));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(
                "zddm",
                switch (dirt) {
                    case "badParcel" ->
                        number % 400 < 200 ? code.substring(0, 18) : code.replaceFirst("[GJ][BCSX]", "??");
                    case "fullWidth" -> Dirt.fullWidth(code);
                    default -> code;
                });
        row.put("bdcdyh", code + (fixed.percent(70) ? "F" : "W") + "%08d".formatted(fixed.below(9) + 1));
        row.put("zl", "许昌市" + holder.county().label() + holder.county().town(number) + fixed.below(300) + "号");
        Areas.put(row, "zdmj", moving, dirt);
        row.put("ytmc", moving.pick(USES));
        row.put("qlrmc", holder.name() + (dirt.equals("trailingSpace") ? "\u3000" : ""));
        row.put("tyshxydm", Holders.code(holder, dirt, number));
        row.put("xzqdm", Holders.district(county, dirt));
        row.put("xyfl", moving.pick(Holders.CLASSES));
        row.put("zt", life.ended() ? "注销" : moving.percent(4) ? "闲置" : "在用");
        row.put("gxsj", dirt.equals("dateStyle") ? Dirt.dateStyle(updated, number / 200) : updated.toString());
        return row;
    }

    private String county(int number) {
        Dice fixed = new Dice(name, number, 0);
        boolean rural = fixed.percent(20);
        return (rural ? Company.village(fixed.below(2000)) : Company.of(fixed.below(20000)))
                .county()
                .code();
    }

    private String code(int number) {
        Dice layout = new Dice("parcels.code", number, 0);
        return county(number)
                + "%03d%03d".formatted(layout.below(30) + 1, layout.below(40) + 1)
                + layout.pick(FEATURES)
                + "%05d".formatted(number % 100000);
    }
}
