package cn.zrzy.hub.source.landuse;

import cn.zrzy.hub.kernel.ParcelCode;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.StagedSubject;
import cn.zrzy.hub.registry.SubjectKind;
import cn.zrzy.hub.source.SourceRow;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 宗地 → 检查对象 {@code DK:<宗地代码>}. */
@Component("parcelTranslator")
class ParcelTranslator implements SubjectRecords {

    private final PagedFeed pages;
    private final LanduseCodes codes;

    ParcelTranslator(PagedFeed pages, LanduseCodes codes) {
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
        return "landuse.parcels";
    }

    @Override
    public StagedSubject translate(SourceRow came) {
        SourceRow row = codes.read(came);
        String code = codes.parcel(row, "zddm");
        String unitCode = row.code("bdcdyh");
        if (!unitCode.isEmpty() && (unitCode.length() != 28 || !unitCode.startsWith(code))) {
            throw row.fault("E-REALTY-UNIT", "bdcdyh", "不动产单元号应为28位并以本宗地代码开头");
        }
        String holder = row.text("qlrmc");
        String place = row.text("zl");
        String state = row.optional("zt");
        String obstacle = codes.obstacle(row, "zt");
        Map<String, String> details = new LinkedHashMap<>();
        details.put("坐落", place);
        details.put(
                "面积(平方米)",
                row.squareMetres("zdmj", row.optional("mjdw"), "mjdw").toPlainString());
        details.put("不动产单元号", unitCode);
        return new StagedSubject(
                row.number(),
                "DK:" + code,
                SubjectKind.PARCEL,
                place,
                holder,
                codes.holderCode(row, "tyshxydm", holder),
                codes.region(row, "xzqdm"),
                Stream.of(row.optional("ytmc"), state)
                        .filter(tag -> !tag.isEmpty())
                        .toList(),
                codes.credit(row, "xyfl"),
                state,
                obstacle,
                null,
                updated(row, details));
    }

    /** 更新日期 is checked but not kept: it would make every re-export a changed version. */
    private static Map<String, String> updated(SourceRow row, Map<String, String> details) {
        row.optionalDate("gxsj");
        return details;
    }

    @Override
    public String key(SourceRow row) {
        String code = row.key("zddm");
        return ParcelCode.valid(code) ? StagedSubject.key(SubjectKind.PARCEL, "DK:" + code) : "";
    }
}
