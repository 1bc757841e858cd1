package cn.zrzy.hub.source.landuse;

import cn.zrzy.hub.kernel.NaturalPersons;
import cn.zrzy.hub.kernel.ParcelCode;
import cn.zrzy.hub.source.CodeList;
import cn.zrzy.hub.source.NoValues;
import cn.zrzy.hub.source.SourceRow;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The code lists and shapes that all records of the land-use system share (用地系统代码). */
@Component
class LanduseCodes {

    private static final List<String> CREDIT = List.of("", "A", "B", "C", "D");
    private static final Pattern BODY = Pattern.compile(".*(公司|集团|厂|局|委|院|校|所|站|社|村|镇|乡|处|中心|合作|银行|政府|街道|办).*");

    private final CodeList regions;
    private final CodeList states;
    private final CodeList unitKinds;
    private final NoValues unsaid;

    LanduseCodes(@Value("${hub.codes:./config/codes}") Path codes) {
        this.regions = CodeList.load(codes.resolve("landuse-regions.csv"));
        this.states = CodeList.load(codes.resolve("landuse-states.csv"));
        this.unitKinds = CodeList.load(codes.resolve("landuse-unit-kinds.csv"));
        this.unsaid = NoValues.load(codes);
    }

    /** The row, to be read by the rules: words that say “none” are none. */
    SourceRow read(SourceRow row) {
        return row.reading(unsaid);
    }

    String region(SourceRow row, String field) {
        return row.mapped(field, regions, "E-REGION");
    }

    /** @return why a subject in this state cannot be drawn; empty when it can */
    String obstacle(SourceRow row, String field) {
        return row.mapped(field, states, "E-STATE");
    }

    String unitKind(SourceRow row, String field) {
        return row.mapped(field, unitKinds, "E-UNIT-KIND");
    }

    String credit(SourceRow row, String field) {
        String credit = row.code(field);
        if (!CREDIT.contains(credit)) {
            throw row.fault("E-CREDIT-CLASS", field, "信用等级应为A至D或空");
        }
        return credit;
    }

    String parcel(SourceRow row, String field) {
        String code = row.code(field);
        if (!ParcelCode.valid(code)) {
            throw row.fault("E-PARCEL", field, "宗地代码应为19位：6位区划+3位地籍区+3位地籍子区+2位特征码+5位顺序号");
        }
        return code;
    }

    /** A natural person has no 统一社会信用代码; an organisation without one cannot be told from its namesakes. */
    String holderCode(SourceRow row, String field, String holder) {
        if (!row.code(field).isEmpty()) {
            return row.creditCode(field);
        }
        boolean person = NaturalPersons.are(holder);
        boolean body = BODY.matcher(holder).matches();
        if (person && !body) {
            return "";
        }
        if (body && !person) {
            return row.creditCode(field);
        }
        throw row.fault("E-HOLDER-UNCLEAR", field, "没有统一社会信用代码，权利人名称又看不出是自然人还是单位：是单位的请补代码，是自然人的只写姓名，几个人用顿号隔开");
    }
}
