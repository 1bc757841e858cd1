package cn.zrzy.sandbox.landuse;

import cn.zrzy.sandbox.data.Company;
import cn.zrzy.sandbox.data.Dice;
import cn.zrzy.sandbox.data.Dirt;
import cn.zrzy.sandbox.data.Life;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 建设项目. */
final class Projects extends Feed {

    private static final String[] PERMITS = {"建设用地规划许可", "建设工程规划许可", "建设工程规划许可", "乡村建设规划许可", "临时用地许可"};
    private static final String[] WORDS = {"地字第", "建字第", "建字第", "乡字第", "临地字第"};
    private static final String[] WORKS = {"标准化厂房", "住宅小区", "商业综合体", "产业园", "小学", "卫生院", "物流园", "污水处理厂", "养老中心", "变电站"};

    Projects(int size) {
        super(
                "projects",
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
                        "duplicateKey"));
    }

    @Override
    Map<String, Object> row(int number, Life life, LocalDate date) {
        String dirt = Dirt.rule(number, rules);
        Dice fixed = new Dice(name, number, 0);
        Company builder = Company.of(fixed.below(20000));
        int permit = fixed.below(PERMITS.length);
        LocalDate issued = LocalDate.of(2018, 1, 1).plusDays(fixed.below(3240));
        String code = code(dirt.equals("duplicateKey") ? number - 1 : number);
        Dice moving = new Dice(name, number, life.version());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("xmdm", dirt.equals("fullWidth") ? Dirt.fullWidth(code) : code);
        row.put(
                "xmmc",
                builder.name().replaceAll("(股份)?有限公司.*", "") + fixed.pick(WORKS) + (fixed.below(3) + 1) + "期项目");
        row.put("jsdw", builder.name() + (dirt.equals("trailingSpace") ? "\u3000\u3000" : ""));
        row.put("tyshxydm", Holders.code(builder, dirt, number));
        row.put("xklx", PERMITS[permit]);
        row.put("xkzh", WORDS[permit] + builder.county().code() + issued.getYear() + "%05d".formatted(number) + "号");
        Areas.put(row, "ydmj", moving, dirt);
        row.put("xzqdm", Holders.district(builder.county().code(), dirt));
        row.put("xyfl", moving.pick(Holders.CLASSES));
        row.put("zt", life.ended() ? "撤销" : moving.percent(60) ? "在建" : "竣工");
        row.put("fzrq", dirt.equals("dateStyle") ? Dirt.dateStyle(issued, number / 200) : issued.toString());
        return row;
    }

    /** 投资项目在线平台 gives codes of this form: year, county, trade, serial. */
    private static String code(int number) {
        Dice dice = new Dice("projects.code", number, 0);
        return "%d-411000-%02d-%02d-%06d"
                .formatted(2018 + dice.below(9), 1 + dice.below(90), 1 + dice.below(5), 100000 + number);
    }
}
