package cn.zrzy.hub.plumbing.api;

import cn.zrzy.hub.kernel.Acting;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExchangeHelper;
import org.springframework.stereotype.Component;

/** Who calls the API (调用者): a person by her own token, or a machine and whom it names in {@code X-Operator}. */
@Component("caller")
class Caller {

    /** @return null when the call only reads */
    Acting acting(Exchange exchange) {
        return ApiAct.now()
                .map(act -> {
                    act.takes(ExchangeHelper.getRouteId(exchange));
                    return act.who();
                })
                .orElse(null);
    }
}
