package cn.zrzy.hub.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.WebUtils;

/**
 * 一次性操作令牌: each rendered form carries one, good for what the form is for and nothing else; a double click, Enter twice
 * or a reload presents it again and is refused.
 */
@Component("actionTokens")
public class ActionTokens {

    private static final String ISSUED = "console.action-tokens";
    /** Enough for every form a person has open; the oldest go first. */
    private static final int KEPT = 300;

    /** @param actions where the buttons of the form that is being rendered lead */
    public String issue(List<String> actions) {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        HttpSession session = ((ServletRequestAttributes) request).getRequest().getSession();
        String token = UUID.randomUUID().toString();
        synchronized (WebUtils.getSessionMutex(session)) {
            Map<String, Set<String>> issued = issued(session);
            issued.put(token, actions.stream().map(ActionTokens::plain).collect(Collectors.toSet()));
            if (issued.size() > KEPT) {
                issued.remove(issued.keySet().iterator().next());
            }
            session.setAttribute(ISSUED, issued);
        }
        return token;
    }

    /** True once for each issued token, and only where its form leads. */
    boolean use(HttpServletRequest request, String token) {
        HttpSession session = request.getSession();
        synchronized (WebUtils.getSessionMutex(session)) {
            Set<String> actions = issued(session).get(token);
            boolean fits = actions != null && actions.contains(plain(request.getRequestURI()));
            if (fits) {
                issued(session).remove(token);
            }
            return fits;
        }
    }

    /** A browser and a template may write one address in two ways. */
    private static String plain(String action) {
        return UriUtils.decode(action, StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Set<String>> issued(HttpSession session) {
        Object issued = session.getAttribute(ISSUED);
        return issued == null ? new LinkedHashMap<>() : (Map<String, Set<String>>) issued;
    }
}
