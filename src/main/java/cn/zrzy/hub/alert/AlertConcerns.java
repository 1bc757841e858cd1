package cn.zrzy.hub.alert;

import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** 待处理 about alerting itself: a channel that fails, urgent above all when nothing else reaches anybody. */
@Component
class AlertConcerns implements Concerns {

    private final Channels channels;
    private final AlertTerms terms;
    private final Heartbeat heartbeat;

    AlertConcerns(Channels channels, AlertTerms terms, Heartbeat heartbeat) {
        this.channels = channels;
        this.terms = terms;
        this.heartbeat = heartbeat;
    }

    @Override
    public List<Concern> open() {
        List<Concern> all = new ArrayList<>();
        List<Channels.State> failing =
                channels.all().stream().filter(Channels.State::failing).toList();
        List<String> deaf = failing.stream().map(Channels.State::name).toList();
        boolean nobody = !terms.route("urgent").isEmpty() && deaf.containsAll(terms.route("urgent"));
        for (Channels.State channel : failing) {
            all.add(new Concern(
                    nobody ? "alert-nobody" : "alert-channel",
                    List.of(channel.name(), channel.error()),
                    channel.failingSince(),
                    null,
                    "/alerts#" + channel.name(),
                    !nobody));
        }
        if (heartbeat.unheard()) {
            all.add(new Concern("alert-unheard", List.of(), null, null, "/alerts", true));
        }
        return all;
    }
}
