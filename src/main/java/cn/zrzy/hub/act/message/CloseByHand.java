package cn.zrzy.hub.act.message;

import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.act.partner.Closings;
import cn.zrzy.hub.delivery.Backlogs;
import cn.zrzy.hub.delivery.DispatchActs;
import cn.zrzy.hub.delivery.DispatchState;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 人工办结: the partner has taken it by another way, paper or telephone, and gave a number. */
@Component
class CloseByHand extends MessageAct {

    private static final Set<DispatchState> MAY =
            Set.of(DispatchState.PARKED, DispatchState.DOUBTED, DispatchState.OWED, DispatchState.SENT);

    private final DispatchActs dispatches;

    CloseByHand(Backlogs backlogs, Closings closings, DispatchActs dispatches) {
        super(backlogs, closings);
        this.dispatches = dispatches;
    }

    @Override
    public String name() {
        return "close-by-hand";
    }

    @Override
    public Wants wants() {
        return Wants.NUMBER;
    }

    @Override
    public DispatchState chosen() {
        return DispatchState.PARKED;
    }

    @Override
    Preview barred(Backlogs.Look message, Preview preview) {
        return preview.unless(MAY.contains(message.state()), "E-DISPATCH-STATE", "这条消息正在报送或已办结，不能人工办结。");
    }

    @Override
    public void press(String dispatch, Press press) {
        dispatches.close(dispatch, press.who(), press.reason(), press.number());
    }
}
