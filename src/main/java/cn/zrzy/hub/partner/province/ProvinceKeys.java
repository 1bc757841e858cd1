package cn.zrzy.hub.partner.province;

import cn.zrzy.hub.partner.CodeTables;
import cn.zrzy.hub.partner.KeyReader;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** 省平台收过哪些件 (对键). */
@Component("provinceKeys")
class ProvinceKeys extends KeyReader {

    ProvinceKeys(CodeTables tables, Clock clock) {
        super("省平台", ProvinceReceipts.verdict(tables, clock), body -> body.path("data"));
    }
}
