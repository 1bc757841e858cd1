package cn.zrzy.hub.partner.province;

import cn.zrzy.hub.partner.CodeTables;
import cn.zrzy.hub.partner.Documents;
import cn.zrzy.hub.partner.HttpVerdict;
import cn.zrzy.hub.partner.KeyReader;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** 省平台收过哪些件 (对键). */
@Component("provinceKeys")
class ProvinceKeys extends KeyReader {

    ProvinceKeys(CodeTables tables, Clock clock) {
        super(
                "省平台",
                new HttpVerdict(
                        "PROV", "省平台", tables.table("province-errors"), body -> Documents.text(body, "code"), clock),
                body -> body.path("data"));
    }
}
