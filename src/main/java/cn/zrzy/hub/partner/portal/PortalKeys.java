package cn.zrzy.hub.partner.portal;

import cn.zrzy.hub.partner.CodeTables;
import cn.zrzy.hub.partner.KeyReader;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** 门户网站收过哪些件 (对键); its answers have no envelope. */
@Component("portalKeys")
class PortalKeys extends KeyReader {

    PortalKeys(CodeTables tables, Clock clock) {
        super("门户网站", PortalReceipts.verdict(tables, clock), body -> body);
    }
}
