package cn.zrzy.hub.delivery.ledger;

import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.kernel.search.Findable;
import cn.zrzy.hub.kernel.search.Found;
import cn.zrzy.hub.kernel.search.Sought;
import java.util.List;
import org.springframework.stereotype.Component;

/** Messages that are looked for (消息检索). */
@Component
class FoundMessages implements Findable {

    private final DispatchDesk desk;

    FoundMessages(DispatchDesk desk) {
        this.desk = desk;
    }

    @Override
    public Found.Kind kind() {
        return Found.Kind.MESSAGE;
    }

    @Override
    public List<Found> find(Sought sought) {
        return desk.search(sought, DispatchDesk.Filter.ALL).stream()
                .map(FoundMessages::found)
                .toList();
    }

    private static Found found(DispatchSummary message) {
        return new Found(
                Found.Kind.MESSAGE,
                message.dispatch(),
                message.owedAt(),
                message.about().code(),
                message.about().name(),
                message.partner(),
                message.sentence(),
                message.state().name());
    }
}
