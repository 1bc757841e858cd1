package cn.zrzy.hub.duty;

import cn.zrzy.hub.duty.pause.ReceivingRoutes;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What a person may pause by its name (可暂停的): the jobs of the night and the routes that receive. */
@Component
@EnableConfigurationProperties({NightSchedule.class, ReceivingRoutes.class})
public class PausableRoutes {

    private final NightSchedule schedule;
    private final ReceivingRoutes receiving;

    PausableRoutes(NightSchedule schedule, ReceivingRoutes receiving) {
        this.schedule = schedule;
        this.receiving = receiving;
    }

    public boolean isJob(String route) {
        return schedule.jobs().containsKey(route);
    }

    /** Chinese name; empty for what cannot be paused. */
    public Optional<String> label(String route) {
        return isJob(route)
                ? Optional.of(schedule.jobs().get(route).label())
                : Optional.ofNullable(receiving.routes().get(route));
    }

    public Set<String> receiving() {
        return receiving.routes().keySet();
    }
}
