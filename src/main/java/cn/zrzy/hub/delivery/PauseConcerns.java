package cn.zrzy.hub.delivery;

import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import java.util.List;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** A paused partner stands on the desk until it is sent to again (暂停提示), so that nobody wonders why nothing leaves. */
@Component
class PauseConcerns implements Concerns {

    private final Pauses pauses;
    private final Backlogs backlogs;

    PauseConcerns(Pauses pauses, Backlogs backlogs) {
        this.pauses = pauses;
        this.backlogs = backlogs;
    }

    @Override
    public List<Concern> open() {
        return pauses.open().stream().map(this::told).toList();
    }

    private Concern told(Pause pause) {
        return new Concern(
                "paused",
                List.of(
                        new DefaultMessageSourceResolvable(
                                new String[] {"partner." + pause.partner()}, pause.partner()),
                        Beijing.shortly(pause.until()),
                        pause.by(),
                        pause.reason(),
                        backlogs.of(pause.partner()).open()),
                pause.since(),
                null,
                "/partners/" + pause.partner(),
                true);
    }
}
