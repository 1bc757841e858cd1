package cn.zrzy.hub.source.hr;

import cn.zrzy.hub.kernel.CreditCode;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.registry.StagedInspector;
import cn.zrzy.hub.source.CodeList;
import cn.zrzy.hub.source.NoValues;
import cn.zrzy.hub.source.SourceRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The rules for one row of HR's file (人事行规则). The identity number is checked and leaves as a salted digest and in masked
 * form; sex and mobile number are not taken over at all (PIPL §6: no more than is needed).
 */
@Component
class InspectorRecords {

    static final List<String> FIELDS = List.of(
            "工号", "姓名", "身份证号", "单位", "单位代码", "科室", "岗位大类", "执法证号", "执法证有效期", "执法领域", "专长", "执法区域", "组长资格", "在岗状态");

    private static final Pattern STAFF_NO = Pattern.compile("XC[0-9]{6}");
    private static final Pattern CARD_NO = Pattern.compile("[0-9A-Z豫-]{6,20}");

    private final CodeList regions;
    private final CodeList units;
    private final NoValues unsaid;
    private final byte[] salt;

    InspectorRecords(@Value("${hub.codes:./config/codes}") Path codes, @Value("${secret.person-salt}") String salt) {
        this.regions = CodeList.load(codes.resolve("hr-regions.csv"));
        this.units = CodeList.load(codes.resolve("hr-units.csv"));
        this.unsaid = NoValues.load(codes);
        this.salt = salt.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws cn.zrzy.hub.kernel.Rejected with the rule, the field and the column */
    StagedInspector translate(SourceRow came) {
        SourceRow row = came.reading(unsaid);
        String id = row.citizenId("身份证号");
        String post = row.oneOf("岗位大类", List.of("执法岗", "工勤", "辅助"));
        String card = row.code("执法证号");
        if (!card.isEmpty() && !CARD_NO.matcher(card).matches()) {
            throw row.fault("E-CARD-NO", "执法证号", "执法证号应为6至20位数字、字母");
        }
        LocalDate cardValidTo = row.optionalDate("执法证有效期");
        return new StagedInspector(
                row.number(),
                row.code("工号", STAFF_NO, "E-STAFF-NO", "XC加6位数字"),
                row.text("姓名"),
                row.text("单位"),
                unitCode(row),
                row.optional("科室"),
                post,
                card,
                cardValidTo,
                row.words("执法领域"),
                row.words("专长"),
                regions(row),
                row.oneOf("组长资格", List.of("是", "否")).equals("是"),
                row.oneOf("在岗状态", List.of("在岗", "借调", "退休", "调离")),
                Digest.hmacSm3(salt, id.getBytes(StandardCharsets.US_ASCII)),
                Masking.id(id));
    }

    /** A bureau stands there under its 统一社会信用代码, or under its district in older exports. */
    private String unitCode(SourceRow row) {
        String code = row.code("单位代码");
        return CreditCode.valid(code) ? code : row.mapped("单位代码", units, "E-UNIT-CODE");
    }

    private List<String> regions(SourceRow row) {
        return row.words("执法区域").stream()
                .map(code -> regions.ours(code).orElseThrow(() -> row.fault("E-REGION", "执法区域", "执法区域中有不存在的区划代码")))
                .distinct() // an old code beside its new one is one region
                .toList();
    }

    /** The staff number of a row that failed for another reason; empty when it cannot be read. */
    String key(SourceRow row) {
        String staffNo = row.key("工号");
        return STAFF_NO.matcher(staffNo).matches() ? staffNo : "";
    }
}
