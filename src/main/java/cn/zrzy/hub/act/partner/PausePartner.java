package cn.zrzy.hub.act.partner;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.delivery.Pause;
import cn.zrzy.hub.delivery.Pauses;
import cn.zrzy.hub.kernel.Beijing;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** 暂停报送: nothing leaves to a partner until a moment, by default the next 06:00, when partners' night windows end. */
@Component
class PausePartner implements Act {

    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private final Pauses pauses;
    private final PartnerStanding partners;
    private final Clock clock;

    PausePartner(Pauses pauses, PartnerStanding partners, Clock clock) {
        this.pauses = pauses;
        this.partners = partners;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "pause-partner";
    }

    @Override
    public Target target() {
        return Target.PARTNER;
    }

    @Override
    public Wants wants() {
        return Wants.UNTIL;
    }

    @Override
    public Preview preview(String partner) {
        Pause pause = partners.pause(partner);
        PartnerStanding.Waiting waiting = partners.waiting(partner);
        return Preview.of(
                        ActWords.partner(partner),
                        partners.said(pause),
                        List.of(waiting.open(), waiting.urgent(), waiting.moving()))
                .listing(waiting.open(), List.of())
                .until(Beijing.next(MORNING, clock))
                .unless(pause == null, "E-PAUSE-STATE", "已经暂停报送了，不需要再暂停；要改恢复时间，先恢复再暂停。");
    }

    @Override
    public void press(String partner, Press press) {
        pauses.begin(partner, press.until(), press.who(), press.reason());
    }
}
