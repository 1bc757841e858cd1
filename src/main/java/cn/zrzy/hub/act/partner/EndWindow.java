package cn.zrzy.hub.act.partner;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.delivery.window.Window;
import cn.zrzy.hub.delivery.window.Windows;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.util.List;
import org.springframework.stereotype.Component;

/** 撤销停机窗口: out of the calendar; when it is open, sending goes on at once, if nothing else closes the partner. */
@Component
class EndWindow implements Act {

    private final Windows windows;
    private final PartnerStanding partners;
    private final Closings closings;

    EndWindow(Windows windows, PartnerStanding partners, Closings closings) {
        this.windows = windows;
        this.partners = partners;
        this.closings = closings;
    }

    @Override
    public String name() {
        return "end-window";
    }

    @Override
    public Target target() {
        return Target.WINDOW;
    }

    @Override
    public Preview preview(String id) {
        Window window = windows.find(id)
                .orElseThrow(() -> new Rejected("E-WINDOW-UNKNOWN", "没有编号为 " + id + " 的停机窗口", Place.field("of")));
        long open = partners.waiting(window.partner()).open();
        return Preview.of(
                        ActWords.partner(window.partner()),
                        said(window),
                        List.of(window.term().said(), open, closings.without(window)))
                .listing(open, List.of())
                .unless(window.over() == null, "E-WINDOW-STATE", "这个停机窗口已撤销或已过，不需要撤销。");
    }

    private static String said(Window window) {
        String standing = window.over() == null ? "有效" : window.over() == Window.Over.ENDED ? "已撤销" : "已过";
        return window.term().said() + "，" + standing;
    }

    @Override
    public void press(String id, Press press) {
        windows.end(id, press.who(), press.reason());
    }
}
