package cn.zrzy.hub.console;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.audit.ChainVerdict;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.PartnerLoad;
import cn.zrzy.hub.duty.Deadline;
import cn.zrzy.hub.duty.Deadlines;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.duty.LatestRuns;
import cn.zrzy.hub.intake.Quarantine;
import cn.zrzy.hub.registry.RegistryBook;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** 业务指标 {@code sj_…}: read from the books twice a minute, so a scrape never waits for the database. */
@Component
class Gauges {

    private final AuditTrail audit;
    private final DispatchDesk dispatches;
    private final Deadlines deadlines;
    private final LatestRuns latest;
    private final Quarantine quarantine;
    private final RegistryBook registry;
    private final Clock clock;
    private final MultiGauge parked;
    private final MultiGauge oldest;
    private final MultiGauge success;
    private final MultiGauge duration;
    private volatile double quarantineOpen = Double.NaN;
    private volatile double heldChanges = Double.NaN;
    private volatile double deadlineDaysMin = Double.NaN;

    Gauges(
            MeterRegistry meters,
            AuditTrail audit,
            DispatchDesk dispatches,
            Deadlines deadlines,
            LatestRuns latest,
            Quarantine quarantine,
            RegistryBook registry,
            Clock clock) {
        this.audit = audit;
        this.dispatches = dispatches;
        this.deadlines = deadlines;
        this.latest = latest;
        this.quarantine = quarantine;
        this.registry = registry;
        this.clock = clock;
        parked = multi(meters, "sj_dlq_depth", "待人工处理的消息数，按对接单位");
        oldest = multi(meters, "sj_outbox_oldest_seconds", "最久未确认消息的时长（秒），按对接单位");
        success = multi(meters, "sj_run_last_success_timestamp", "最近一次成功结束的时刻（Unix 秒），按任务");
        duration = multi(meters, "sj_run_duration_seconds", "最近一次成功用了多久（秒），按任务");
        single(meters, "sj_quarantine_open", "隔离区未处理行数", g -> g.quarantineOpen);
        single(meters, "sj_held_changes", "已拦截、等待审批的变更数", g -> g.heldChanges);
        single(meters, "sj_deadline_days_min", "最近期限剩余工作日，负数为逾期", g -> g.deadlineDaysMin);
        single(meters, "sj_audit_chain_ok", "审计链最近一次校验：1 完整，0 被改动", Gauges::chain);
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT30S")
    void read() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<PartnerLoad> loads = dispatches.loads();
        parked.register(rows(loads, "partner", PartnerLoad::partner, PartnerLoad::parked), true);
        oldest.register(rows(loads, "partner", PartnerLoad::partner, load -> age(load.oldestOpenAt(), now)), true);
        List<DutyRun> good = latest.good();
        success.register(rows(good, "task", DutyRun::job, run -> run.endedAt().toEpochSecond()), true);
        duration.register(rows(good, "task", DutyRun::job, run -> age(run.startedAt(), run.endedAt())), true);
        quarantineOpen =
                quarantine.reasons().stream().mapToLong(Quarantine.Reason::rows).sum();
        heldChanges = registry.held().size();
        deadlineDaysMin = deadlines.open().stream()
                .mapToInt(Deadline::workingDaysLeft)
                .asDoubleStream()
                .min()
                .orElse(Double.NaN);
    }

    private double chain() {
        return audit.lastVerdict()
                .map(ChainVerdict::intact)
                .map(ok -> ok ? 1.0 : 0.0)
                .orElse(Double.NaN);
    }

    private static double age(OffsetDateTime from, OffsetDateTime to) {
        return from == null ? 0 : Duration.between(from, to).toMillis() / 1000.0;
    }

    private static <T> List<MultiGauge.Row<?>> rows(
            List<T> things, String tag, java.util.function.Function<T, String> name, ToDoubleFunction<T> value) {
        return things.stream()
                .<MultiGauge.Row<?>>map(
                        thing -> MultiGauge.Row.of(Tags.of(tag, name.apply(thing)), value.applyAsDouble(thing)))
                .toList();
    }

    private static MultiGauge multi(MeterRegistry meters, String name, String description) {
        return MultiGauge.builder(name).description(description).register(meters);
    }

    private void single(MeterRegistry meters, String name, String description, ToDoubleFunction<Gauges> value) {
        Gauge.builder(name, this, value).description(description).register(meters);
    }
}
