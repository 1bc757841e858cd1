package cn.zrzy.hub.source.landuse;

import cn.zrzy.hub.kernel.CreditCode;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.StagedSubject;
import cn.zrzy.hub.registry.SubjectKind;
import cn.zrzy.hub.source.SourceRow;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 资质单位 → 检查对象 under its 统一社会信用代码; the qualification is kind and tag. */
@Component("unitTranslator")
class UnitTranslator implements SubjectRecords {

    private final PagedFeed pages;
    private final LanduseCodes codes;

    UnitTranslator(PagedFeed pages, LanduseCodes codes) {
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
        return "landuse.units";
    }

    @Override
    public StagedSubject translate(SourceRow came) {
        SourceRow row = codes.read(came);
        String code = row.creditCode("tyshxydm");
        SubjectKind kind = SubjectKind.valueOf(codes.unitKind(row, "zzlx"));
        String name = row.text("dwmc");
        Map<String, String> details = new LinkedHashMap<>();
        details.put("资质类型", row.optional("zzlx"));
        details.put("证书编号", row.code("zzbh"));
        return new StagedSubject(
                row.number(),
                code,
                kind,
                name,
                name,
                code,
                codes.region(row, "xzqdm"),
                List.of(row.optional("zzlx")),
                codes.credit(row, "xyfl"),
                row.optional("zt"),
                codes.obstacle(row, "zt"),
                row.optionalDate("yxqz"),
                details);
    }

    @Override
    public String key(SourceRow row) {
        String code = row.key("tyshxydm");
        if (!CreditCode.valid(code)) {
            return "";
        }
        try {
            return StagedSubject.key(SubjectKind.valueOf(codes.unitKind(row, "zzlx")), code);
        } catch (cn.zrzy.hub.kernel.Rejected e) {
            return ""; // without its kind the row could be any of the unit's entries
        }
    }
}
