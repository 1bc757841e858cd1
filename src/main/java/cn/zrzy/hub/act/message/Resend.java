package cn.zrzy.hub.act.message;

import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.act.partner.Closings;
import cn.zrzy.hub.delivery.Backlogs;
import cn.zrzy.hub.delivery.DispatchActs;
import cn.zrzy.hub.delivery.DispatchState;
import org.springframework.stereotype.Component;

/** 立即报送: the same bytes under the same key, now. */
@Component
class Resend extends MessageAct {

    private final DispatchActs dispatches;

    Resend(Backlogs backlogs, Closings closings, DispatchActs dispatches) {
        super(backlogs, closings);
        this.dispatches = dispatches;
    }

    @Override
    public String name() {
        return "resend";
    }

    @Override
    public DispatchState chosen() {
        return DispatchState.PARKED;
    }

    @Override
    Preview barred(Backlogs.Look message, Preview preview) {
        boolean doubted = message.state() == DispatchState.DOUBTED;
        boolean mayTwice = !message.askable() && (doubted || message.state() == DispatchState.SENT);
        return preview.unless(!doubted || mayTwice, "E-DISPATCH-DOUBTED", "结果未知的消息不能立即报送，只能向对方查询；对方没有的，枢纽自动再报。")
                .unless(
                        mayTwice || message.state() == DispatchState.OWED || message.state() == DispatchState.PARKED,
                        "E-DISPATCH-STATE",
                        "这条消息正在报送或已办结，不能立即报送。");
    }

    @Override
    public void press(String dispatch, Press press) {
        dispatches.dueNow(dispatch, press.who(), press.reason());
    }
}
