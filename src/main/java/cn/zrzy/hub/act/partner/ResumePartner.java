package cn.zrzy.hub.act.partner;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.delivery.Pause;
import cn.zrzy.hub.delivery.Pauses;
import java.util.List;
import org.springframework.stereotype.Component;

/** 恢复报送: before its moment. */
@Component
class ResumePartner implements Act {

    private final Pauses pauses;
    private final PartnerStanding partners;
    private final Closings closings;

    ResumePartner(Pauses pauses, PartnerStanding partners, Closings closings) {
        this.pauses = pauses;
        this.partners = partners;
        this.closings = closings;
    }

    @Override
    public String name() {
        return "resume-partner";
    }

    @Override
    public Target target() {
        return Target.PARTNER;
    }

    @Override
    public Preview preview(String partner) {
        Pause pause = partners.pause(partner);
        long open = partners.waiting(partner).open();
        return Preview.of(
                        ActWords.partner(partner), partners.said(pause), List.of(open, closings.withoutPause(partner)))
                .listing(open, List.of())
                .unless(pause != null, "E-PAUSE-STATE", "现在没有暂停报送，不需要恢复。");
    }

    @Override
    public void press(String partner, Press press) {
        pauses.end(partner, press.who(), press.reason());
    }
}
