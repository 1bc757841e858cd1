package cn.zrzy.hub.act.partner;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.delivery.window.Calendar;
import cn.zrzy.hub.delivery.window.Windows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 登记停机窗口: a line more in a partner's calendar, each week or once. */
@Component
class EnterWindow implements Act {

    private final Windows windows;
    private final PartnerStanding partners;
    private final Clock clock;

    EnterWindow(Windows windows, PartnerStanding partners, Clock clock) {
        this.windows = windows;
        this.partners = partners;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "enter-window";
    }

    @Override
    public Target target() {
        return Target.PARTNER;
    }

    @Override
    public Wants wants() {
        return Wants.WINDOW;
    }

    @Override
    public Preview preview(String partner) {
        partners.known(partner);
        PartnerStanding.Waiting waiting = partners.waiting(partner);
        String standing =
                windows.of(partner).stream().map(window -> window.term().said()).collect(Collectors.joining("；"));
        return Preview.of(
                        ActWords.partner(partner),
                        standing.isEmpty() ? "没有停机窗口" : "停机窗口：" + standing,
                        List.of(waiting.open(), waiting.urgent()))
                .listing(waiting.open(), List.of());
    }

    @Override
    public void press(String partner, Press press) {
        new Calendar(windows.of(partner)).admit(press.term(), OffsetDateTime.now(clock));
        windows.enter(partner, press.term(), press.who(), press.reason());
    }
}
