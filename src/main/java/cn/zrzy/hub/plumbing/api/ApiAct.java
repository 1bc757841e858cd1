package cn.zrzy.hub.plumbing.api;

import cn.zrzy.hub.audit.AuditEvent;
import cn.zrzy.hub.kernel.Acting;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerMapping;

/** One call that wants to change something, while it is being carried out (接口操作). Known to its own thread only. */
final class ApiAct {

    private static final ThreadLocal<ApiAct> NOW = new ThreadLocal<>();

    private final HttpServletRequest request;
    private Acting who;
    private String route = "call";
    private String code = "";
    private boolean empty = true;
    private boolean recorded;

    private ApiAct(HttpServletRequest request) {
        this.request = request;
        this.who = caller(request);
    }

    /** As the door knows the caller; a machine's account alone, whomever it names. */
    static Acting caller(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication known && known.getDetails() instanceof Acting caller
                ? caller
                : Acting.machine(account(request), "", request.getRemoteAddr(), "");
    }

    static ApiAct begin(HttpServletRequest request) {
        ApiAct act = new ApiAct(request);
        NOW.set(act);
        return act;
    }

    static Optional<ApiAct> now() {
        return Optional.ofNullable(NOW.get());
    }

    static void end() {
        NOW.remove();
    }

    void claims(String person) {
        who = Acting.machine(who.account(), who.role(), who.address(), person);
    }

    void brings(byte[] document) {
        empty = document.length == 0;
    }

    boolean isEmpty() {
        return empty;
    }

    void takes(String route) {
        this.route = route;
    }

    void refused(String code) {
        this.code = code;
    }

    void recorded() {
        recorded = true;
    }

    boolean isRecorded() {
        return recorded;
    }

    Acting who() {
        return who;
    }

    String code() {
        return code;
    }

    AuditEvent event(String result) {
        String call = request.getMethod() + " " + request.getRequestURI();
        return AuditEvent.by(who, "api." + route, object(), call, result);
    }

    /** The business key in the address; a thing that has no number yet goes by the number of its request. */
    private String object() {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> named
                && !named.isEmpty()) {
            return String.join("/", named.values().stream().map(String::valueOf).toList());
        }
        String number = request.getHeader("Idempotency-Key");
        return number == null ? "" : number;
    }

    static String account(HttpServletRequest request) {
        return request.getUserPrincipal() == null
                ? "unknown"
                : request.getUserPrincipal().getName();
    }
}
