package cn.zrzy.sandbox.hr;

import cn.zrzy.sandbox.data.Codes;
import cn.zrzy.sandbox.data.County;
import cn.zrzy.sandbox.data.Dice;
import cn.zrzy.sandbox.data.Dirt;
import cn.zrzy.sandbox.data.Life;
import cn.zrzy.sandbox.data.Names;
import java.time.LocalDate;
import java.util.List;

/** 人员名册: the n-th person as the personnel system shows him on a date, dirt included. */
final class Staff {

    static final List<String> RULES = List.of(
            "notEnforcement",
            "id15",
            "idCheck",
            "idDate",
            "twoUnits",
            "garbledName",
            "fullWidth",
            "trailingSpace",
            "dateStyle",
            "certExpired",
            "wrongDistrict",
            "duplicateKey",
            "embeddedNewline");
    static final String HEADER = "工号,姓名,性别,身份证号,单位,单位代码,科室,岗位大类,执法证号,执法证有效期,执法领域,专长,执法区域,组长资格,在岗状态,手机";

    private static final String[] FIELDS = {"测绘地理信息", "土地管理", "矿产资源", "城乡规划", "地质环境"};
    private static final String[][] SKILLS = {
        {"工程测量", "航空摄影", "地图审查"},
        {"地籍调查", "遥感判读"},
        {"储量核查", "生态修复"},
        {"规划核实", "工程测量"},
        {"地灾防治", "生态修复"}
    };
    private static final String[] ROOMS = {"执法监督科", "测绘地理信息科", "矿业权管理科", "耕地保护科", "规划实施科", "地质环境科"};

    private Staff() {}

    /** Which rule spoils this row: one in twenty-five, since a few hundred people must show them all. */
    static String rule(int number) {
        return number % 25 == 11 ? RULES.get(number / 25 % RULES.size()) : "";
    }

    static List<String> row(int number, Life life) {
        String dirt = rule(number);
        Dice fixed = new Dice("hr", number, 0);
        Dice moving = new Dice("hr.moving", number, life.version());
        boolean city = fixed.percent(30);
        County county = County.of(dirt.equals("twoUnits") ? number + 1 : number);
        int person = dirt.equals("twoUnits") ? number - 1 : number;
        String id = citizen(person);
        int field = fixed.below(FIELDS.length);
        String name = Names.person("hr", person);
        LocalDate until = dirt.equals("certExpired")
                ? LocalDate.of(2024, 3, 31).plusDays(fixed.below(600))
                : LocalDate.of(2028, 1, 1).plusDays(moving.below(1200));
        int second = moving.below(FIELDS.length);
        return List.of(
                "XC%06d".formatted(100000 + (dirt.equals("duplicateKey") ? number - 1 : number)),
                switch (dirt) {
                    case "trailingSpace" -> name + "\u3000";
                    case "garbledName" -> name + StaffFile.GARBAGE;
                    default -> name;
                },
                (id.charAt(16) - '0') % 2 == 1 ? "男" : "女",
                switch (dirt) {
                    case "id15" -> id.substring(0, 6) + id.substring(8, 17);
                    case "idCheck" -> Dirt.breakCheck(id);
                    case "idDate" -> "411024199002290013";
                    case "fullWidth" -> Dirt.fullWidth(id);
                    default -> id;
                },
                city ? "许昌市自然资源和规划局" : "许昌市自然资源和规划局" + county.label() + "分局",
                city ? "11411000MB1F41107T" : county.bureauCode(),
                dirt.equals("embeddedNewline") ? "执法监督科\n（驻窗口）" : moving.pick(ROOMS),
                dirt.equals("notEnforcement") ? (number / 25 / RULES.size() % 2 == 0 ? "工勤" : "辅助") : "执法岗",
                "1611%07d".formatted(200000 + number * 7),
                dirt.equals("dateStyle") ? Dirt.dateStyle(until, number / 25 / RULES.size()) : until.toString(),
                field == second ? FIELDS[field] : FIELDS[field] + ";" + FIELDS[second],
                fixed.pick(SKILLS[field]) + (moving.percent(40) ? ";" + SKILLS[second][0] : ""),
                dirt.equals("wrongDistrict")
                        ? "411099"
                        : city ? "411000" : county.code() + (moving.percent(20) ? ";411000" : ""),
                fixed.percent(35) ? "是" : "否",
                duty(life, moving, dirt),
                "13%09d".formatted(700_000_000 + number * 1009L % 99_999_999));
    }

    private static String duty(Life life, Dice moving, String dirt) {
        if (life.ended()) {
            return moving.percent(50) ? "退休" : "调离";
        }
        return dirt.isEmpty() && moving.percent(5) ? "借调" : "在岗";
    }

    private static String citizen(int number) {
        Dice dice = new Dice("hr.id", number, 0);
        LocalDate born = LocalDate.of(1968, 1, 1).plusDays(dice.below(12000));
        String first =
                County.of(dice.below(6)).code() + born.toString().replace("-", "") + "%03d".formatted(number % 1000);
        return first + Codes.citizenCheck(first);
    }
}
