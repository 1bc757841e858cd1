package cn.zrzy.hub.console.audit;

import cn.zrzy.hub.audit.AuditEntry;
import cn.zrzy.hub.audit.AuditQuery;
import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.Times;
import cn.zrzy.hub.kernel.Masking;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;

/** 审计导出: what was asked for as an Excel sheet, each row with its place in the chain, and the chain's head at the end. */
@Component
class AuditSheet {

    private static final int PART = 1_000;

    /** More than this is asked for in parts; Excel itself ends at 1,048,576. */
    private static final int MOST = 200_000;

    private final AuditTrail trail;
    private final Deeds deeds;
    private final Times times;

    AuditSheet(AuditTrail trail, Deeds deeds, Times times) {
        this.trail = trail;
        this.deeds = deeds;
        this.times = times;
    }

    void write(AuditQuery query, HttpServletResponse response) throws IOException {
        try (Sheet sheet = new Sheet(response, "audit", "审计日志")) {
            sheet.heading("序号", "时间", "操作人", "角色", "地址", "动作", "动作代码", "对象", "理由", "前", "后", "结果", "本行摘要 SM3");
            int written = 0;
            AuditQuery next = query;
            for (List<AuditEntry> part = trail.page(next, PART); !part.isEmpty(); part = trail.page(next, PART)) {
                part.forEach(entry -> sheet.row(cells(entry)));
                written += part.size();
                if (written >= MOST) {
                    sheet.row(List.of("只导出前 " + MOST + " 行，其余请缩小日期范围再导出"));
                    break;
                }
                next = query.below(part.get(part.size() - 1).seq());
            }
            trail.head()
                    .ifPresent(last ->
                            sheet.row(List.of("链头", times.full(last.at()), "第 " + last.seq() + " 条", last.hash())));
        }
    }

    private List<String> cells(AuditEntry entry) {
        var event = entry.event();
        return List.of(
                Long.toString(entry.seq()),
                times.full(entry.at()),
                deeds.person(event.actor()),
                event.role(),
                event.ip(),
                deeds.name(event.action()),
                event.action(),
                Masking.text(event.objectKey()),
                Masking.text(event.reason()),
                Masking.text(event.before()),
                Masking.text(event.after()),
                event.result(),
                entry.hash());
    }
}
