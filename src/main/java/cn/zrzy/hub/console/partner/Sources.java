package cn.zrzy.hub.console.partner;

import cn.zrzy.hub.delivery.Pauses;
import cn.zrzy.hub.kernel.probe.Probes;
import java.util.List;
import org.springframework.stereotype.Component;

/** 来源系统: those that can be asked and are sent nothing. */
@Component("sources")
class Sources {

    private final Probes probes;
    private final Pauses partners;

    Sources(Probes probes, Pauses partners) {
        this.probes = probes;
        this.partners = partners;
    }

    public List<String> all() {
        List<String> addressees = partners.partners();
        return probes.systems().stream()
                .filter(system -> !addressees.contains(system))
                .toList();
    }
}
