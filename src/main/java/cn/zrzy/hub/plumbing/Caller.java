package cn.zrzy.hub.plumbing;

import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.springframework.stereotype.Component;

/** Who calls the API (调用者): the authenticated account, and the person it names in {@code X-Operator}. */
@Component("caller")
class Caller {

    /** @return account name, or {@code account/person} */
    String name(Exchange exchange) {
        String account = exchange.getMessage() instanceof PlatformHttpMessage message
                        && message.getRequest().getUserPrincipal() != null
                ? message.getRequest().getUserPrincipal().getName()
                : "unknown";
        String person = exchange.getMessage().getHeader("X-Operator", String.class);
        return person == null || person.isBlank() ? account : account + "/" + decoded(person);
    }

    private static String decoded(String header) {
        return java.net.URLDecoder.decode(header, java.nio.charset.StandardCharsets.UTF_8);
    }
}
