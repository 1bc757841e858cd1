package cn.zrzy.hub.alert.channel;

import cn.zrzy.hub.alert.NotTold;
import cn.zrzy.hub.alert.Watcher;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The outside watcher behind an address, such as healthchecks or an Alertmanager with a dead man's switch. */
@Component
class HttpWatcher implements Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(HttpWatcher.class);

    private final BoundedCall call;

    HttpWatcher(BoundedCall call) {
        this.call = call;
    }

    @Override
    public boolean call(String url) {
        try {
            call.post(url, BoundedCall.bytes(Map.of("alive", true)), Map.of());
            return true;
        } catch (NotTold e) {
            LOG.warn("告警心跳没有送到外部看守：{}", e.getMessage());
            return false;
        }
    }
}
