package cn.zrzy.hub.console.partner;

import cn.zrzy.hub.delivery.Pauses;
import cn.zrzy.hub.delivery.window.Windows;
import cn.zrzy.hub.duty.pause.RoutePauses;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** 停着的 {@code sj_paused_until_timestamp}: what is at rest and until when; a series is gone when it goes on. */
@Component
class RestGauges {

    private static final Logger LOG = LoggerFactory.getLogger(RestGauges.class);

    private final Pauses partners;
    private final Windows windows;
    private final RoutePauses routes;
    private final MultiGauge until;

    RestGauges(Pauses partners, Windows windows, RoutePauses routes, MeterRegistry meters) {
        this.partners = partners;
        this.windows = windows;
        this.routes = routes;
        this.until = MultiGauge.builder("sj_paused_until_timestamp")
                .description("停到何时（Unix 秒），按种类 partner、window、route 和名称；没有停着的没有这一行")
                .register(meters);
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void read() {
        try {
            List<MultiGauge.Row<?>> rows = new ArrayList<>();
            partners.open().forEach(pause -> rows.add(row("partner", pause.partner(), pause.until())));
            windows.open().forEach(open -> rows.add(row("window", open.partner(), open.until())));
            routes.open().forEach(pause -> rows.add(row("route", pause.route(), pause.until())));
            until.register(rows, true);
        } catch (RuntimeException e) {
            LOG.warn("停着的没有数成，稍后再数：{}", e.getMessage());
        }
    }

    private static MultiGauge.Row<?> row(String kind, String name, OffsetDateTime until) {
        return MultiGauge.Row.of(Tags.of("kind", kind, "name", name), until.toEpochSecond());
    }
}
