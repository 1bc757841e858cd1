package cn.zrzy.hub.source.landuse;

import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.StagedSubject;
import cn.zrzy.hub.registry.SubjectKind;
import cn.zrzy.hub.source.SourceRow;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 建设项目 → 检查对象 {@code XM:<项目代码>}. */
@Component("projectTranslator")
class ProjectTranslator implements SubjectRecords {

    private static final Pattern CODE = Pattern.compile("[0-9A-Z][0-9A-Z-]{5,39}");
    private static final List<String> LICENCES = List.of("建设用地规划许可", "建设工程规划许可", "乡村建设规划许可", "临时用地许可");

    private final PagedFeed pages;
    private final LanduseCodes codes;

    ProjectTranslator(PagedFeed pages, LanduseCodes codes) {
        this.pages = pages;
        this.codes = codes;
    }

    PageCursor open(Shift shift, String businessDate) {
        return pages.open(this, shift, businessDate);
    }

    void stage(PageCursor cursor, InputStream answer) {
        pages.stage(this, cursor, answer);
    }

    @Override
    public String feed() {
        return "landuse.projects";
    }

    @Override
    public StagedSubject translate(SourceRow came) {
        SourceRow row = codes.read(came);
        String code = row.code("xmdm", CODE, "E-PROJECT-CODE", "6至40位数字、大写字母和短横");
        String licence = row.oneOf("xklx", LICENCES);
        String state = row.optional("zt");
        String obstacle = codes.obstacle(row, "zt");
        Map<String, String> details = new LinkedHashMap<>();
        details.put("许可类型", licence);
        details.put("许可证号", row.code("xkzh"));
        details.put(
                "用地面积(平方米)",
                row.squareMetres("ydmj", row.optional("mjdw"), "mjdw").toPlainString());
        details.put("发证日期", row.date("fzrq").toString());
        return new StagedSubject(
                row.number(),
                "XM:" + code,
                SubjectKind.PROJECT,
                row.text("xmmc"),
                row.text("jsdw"),
                row.creditCode("tyshxydm"),
                codes.region(row, "xzqdm"),
                Stream.of(licence, state).filter(tag -> !tag.isEmpty()).toList(),
                codes.credit(row, "xyfl"),
                state,
                obstacle,
                null,
                details);
    }

    @Override
    public String key(SourceRow row) {
        String code = row.key("xmdm");
        return CODE.matcher(code).matches() ? StagedSubject.key(SubjectKind.PROJECT, "XM:" + code) : "";
    }
}
