package cn.zrzy.hub.plan;

import cn.zrzy.hub.draw.PlatformAudit;
import java.time.OffsetDateTime;
import java.util.Optional;

/** 平台抽取年度统计审计 as last computed; the same draws always give the same report. */
public interface PlatformAudits {

    record Kept(OffsetDateTime madeAt, PlatformAudit.Report report) {}

    void keep(PlatformAudit.Report report, OffsetDateTime madeAt);

    Optional<Kept> find(int year);
}
