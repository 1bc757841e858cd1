package cn.zrzy.hub.alert;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** 告警指标: whoever scrapes notices that alerting stands still, or that a channel fails, without being told by it. */
@Component
class AlertGauges {

    private final Channels channels;
    private final MultiGauge ok;

    AlertGauges(MeterRegistry meters, Heartbeat heartbeat, Channels channels) {
        this.channels = channels;
        ok = MultiGauge.builder("sj_alert_channel_ok")
                .description("告警渠道：1 正常，0 不通")
                .register(meters);
        Gauge.builder("sj_alert_looked_seconds", heartbeat, Heartbeat::lookedSecondsAgo)
                .description("告警上一次看成值班台距今（秒）")
                .register(meters);
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT30S")
    void read() {
        ok.register(
                channels.all().stream()
                        .<MultiGauge.Row<?>>map(
                                state -> MultiGauge.Row.of(Tags.of("channel", state.name()), state.failing() ? 0 : 1))
                        .toList(),
                true);
    }
}
