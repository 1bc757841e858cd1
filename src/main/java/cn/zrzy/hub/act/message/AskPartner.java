package cn.zrzy.hub.act.message;

import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.act.partner.Closings;
import cn.zrzy.hub.delivery.Backlogs;
import cn.zrzy.hub.delivery.DispatchActs;
import cn.zrzy.hub.delivery.DispatchState;
import org.springframework.stereotype.Component;

/** 向对方查询: what became of a message whose outcome nobody knows. */
@Component
class AskPartner extends MessageAct {

    private final DispatchActs dispatches;

    AskPartner(Backlogs backlogs, Closings closings, DispatchActs dispatches) {
        super(backlogs, closings);
        this.dispatches = dispatches;
    }

    @Override
    public String name() {
        return "ask-partner";
    }

    @Override
    public DispatchState chosen() {
        return DispatchState.DOUBTED;
    }

    @Override
    Preview barred(Backlogs.Look message, Preview preview) {
        return preview.unless(
                message.state() == DispatchState.DOUBTED && message.askable(),
                "E-DISPATCH-STATE",
                "只有结果未知、对方能按流水号答复的消息可以查询。");
    }

    @Override
    public void press(String dispatch, Press press) {
        dispatches.askNow(dispatch, press.who(), press.reason());
    }
}
