package cn.zrzy.hub.duty.pause;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** 到时登记: the moment ends a pause, this only writes it down for the trail; a database that is away delays nothing else. */
@Component
class RoutePauseWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RoutePauseWatch.class);

    private final RoutePauses pauses;

    RoutePauseWatch(RoutePauses pauses) {
        this.pauses = pauses;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void look() {
        try {
            pauses.expire();
        } catch (RuntimeException e) {
            LOG.warn("暂停到时暂未登记，稍后再记：{}", e.getMessage());
        }
    }
}
