package cn.zrzy.hub.partner.credit;

import cn.zrzy.hub.partner.CodeTables;
import cn.zrzy.hub.partner.KeyReader;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** 信用平台收过哪些件 (对键). */
@Component("creditKeys")
class CreditKeys extends KeyReader {

    CreditKeys(CodeTables tables, Clock clock) {
        super("信用平台", CreditReceipts.verdict(tables, clock), body -> body.path("data"));
    }
}
