package cn.zrzy.hub.plumbing.api;

import org.apache.camel.Exchange;
import org.apache.camel.support.ExchangeHelper;
import org.springframework.stereotype.Component;

/** Who calls the API (调用者): the authenticated account, and the person it names in {@code X-Operator}. */
@Component("caller")
class Caller {

    /** @return {@code account/person}; "" when the call only reads */
    String name(Exchange exchange) {
        return ApiAct.now()
                .map(act -> {
                    act.takes(ExchangeHelper.getRouteId(exchange));
                    return act.who().who();
                })
                .orElse("");
    }
}
