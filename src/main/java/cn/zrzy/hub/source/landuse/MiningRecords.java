package cn.zrzy.hub.source.landuse;

import cn.zrzy.hub.registry.StagedSubject;
import cn.zrzy.hub.registry.SubjectKind;
import cn.zrzy.hub.source.SourceRow;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * 矿业权 → 检查对象 {@code KQ:<许可证号>}. A right past its term that nobody cancelled can still be drawn: whoever goes on
 * digging after the term is just whom the inspection is for.
 */
@Component
class MiningRecords implements SubjectRecords {

    static final List<String> FIELDS =
            List.of("许可证号", "矿业权人", "统一社会信用代码", "矿山名称", "权种", "矿种", "面积(平方公里)", "有效期起", "有效期止", "行政区划代码", "矿山分级", "状态");

    static final String KEY = "许可证号";

    /** Where a number is a day. */
    static final Set<String> DATES = Set.of("有效期起", "有效期止");

    private static final Pattern LICENCE = Pattern.compile("[A-Z][0-9A-Z]{15,24}");

    private final LanduseCodes codes;

    MiningRecords(LanduseCodes codes) {
        this.codes = codes;
    }

    @Override
    public String feed() {
        return "landuse.mining-rights";
    }

    @Override
    public StagedSubject translate(SourceRow came) {
        SourceRow row = codes.read(came);
        String licence = row.code("许可证号", LICENCE, "E-LICENCE", "字母开头的16至25位许可证号");
        String right = row.oneOf("权种", List.of("采矿权", "探矿权"));
        LocalDate from = row.date("有效期起");
        LocalDate to = row.date("有效期止");
        if (to.isBefore(from)) {
            throw row.fault("E-DATE-ORDER", "有效期止", "有效期止早于有效期起");
        }
        String grade = row.code("矿山分级");
        Map<String, String> details = new LinkedHashMap<>();
        details.put("矿种", row.optional("矿种"));
        details.put("面积(平方米)", row.squareMetres("面积(平方公里)", "平方公里", "面积(平方公里)").toPlainString());
        details.put("有效期起", from.toString());
        details.put("有效期止", to.toString());
        return new StagedSubject(
                row.number(),
                "KQ:" + licence,
                right.equals("采矿权") ? SubjectKind.MINING_RIGHT : SubjectKind.EXPLORATION_RIGHT,
                row.text("矿山名称"),
                row.text("矿业权人"),
                row.creditCode("统一社会信用代码"),
                codes.region(row, "行政区划代码"),
                Stream.of(row.optional("矿种"), grade.isEmpty() ? "" : "矿山" + grade + "级")
                        .filter(tag -> !tag.isEmpty())
                        .toList(),
                "",
                row.optional("状态"),
                codes.obstacle(row, "状态"),
                null,
                details);
    }

    /** A right whose kind cannot be read is told by its licence: C… is a mining right, T… an exploration right. */
    @Override
    public String key(SourceRow row) {
        String licence = row.key(KEY);
        if (!LICENCE.matcher(licence).matches()) {
            return "";
        }
        String right = row.optional("权种");
        boolean exploration = right.equals("探矿权") || (!right.equals("采矿权") && licence.startsWith("T"));
        return StagedSubject.key(
                exploration ? SubjectKind.EXPLORATION_RIGHT : SubjectKind.MINING_RIGHT, "KQ:" + licence);
    }
}
