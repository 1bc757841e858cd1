package cn.zrzy.hub.act.message;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.act.partner.Closings;
import cn.zrzy.hub.delivery.Backlogs;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.util.List;

/** An act on one message (报送处置), which a bulk job does to many, one at a time. */
public abstract class MessageAct implements Act {

    private final Backlogs backlogs;
    private final Closings closings;

    MessageAct(Backlogs backlogs, Closings closings) {
        this.backlogs = backlogs;
        this.closings = closings;
    }

    /** In which state messages are meant when many are chosen by what they have in common. */
    public abstract DispatchState chosen();

    /** Why this one may not be done it; the preview as it is when it may. */
    abstract Preview barred(Backlogs.Look message, Preview preview);

    @Override
    public final Target target() {
        return Target.MESSAGE;
    }

    @Override
    public final Preview preview(String dispatch) {
        Backlogs.Look message = backlogs.look(List.of(dispatch)).stream()
                .findFirst()
                .orElseThrow(() ->
                        new Rejected("E-DISPATCH-UNKNOWN", "没有流水号为 " + dispatch + " 的报送", Place.field("dispatch")));
        Preview preview = Preview.of(
                        message.sentence(),
                        standing(message),
                        List.of(ActWords.partner(message.partner()), closings.beginning(message.partner())))
                .listing(1, List.of(line(message)));
        return barred(message, preview);
    }

    /** What is parked a second time is not what was parked first, so the count of tries is part of how it stands. */
    private static String standing(Backlogs.Look message) {
        return message.state() == DispatchState.PARKED
                ? message.state().label() + "（试过 " + message.tries() + " 次）"
                : message.state().label();
    }

    public static Preview.Line line(Backlogs.Look message) {
        return new Preview.Line(
                message.dispatch(),
                message.sentence(),
                ActWords.word(message.arrived() ? "act.has.maybe" : "act.has.nothing"));
    }
}
