package cn.zrzy.hub.act;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Masking;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** 最近一次处置: tells who comes second what the first one did; read from the trail. */
@Component
class LastActs {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");
    private static final int LOOKED_AT = 20;

    private final AuditTrail trail;
    private final ActWords words;

    LastActs(AuditTrail trail, ActWords words) {
        this.trail = trail;
        this.words = words;
    }

    /** In brackets; empty when nobody ever did anything to it. */
    String of(String thing) {
        return trail.search("", "", thing, LOOKED_AT).stream()
                .filter(entry -> entry.event().action().startsWith("act."))
                .findFirst()
                .map(entry -> "（最近：" + entry.event().actor() + " "
                        + entry.at().atZone(Beijing.ZONE).format(MOMENT) + " "
                        + words.chinese(entry.event().action()) + "，理由："
                        + Masking.text(entry.event().reason()) + "）")
                .orElse("");
    }
}
