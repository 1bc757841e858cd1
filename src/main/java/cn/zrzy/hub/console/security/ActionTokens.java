package cn.zrzy.hub.console.security;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/** 一次性操作令牌: each rendered form carries one; a double click, Enter twice or a reload presents it again and is refused. */
@Component("actionTokens")
public class ActionTokens {

    private static final String ISSUED = "console.action-tokens";
    /** Enough for every form a person has open; the oldest go first. */
    private static final int KEPT = 300;

    /** For the form that is being rendered. */
    public String issue() {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        HttpSession session = ((ServletRequestAttributes) request).getRequest().getSession();
        String token = UUID.randomUUID().toString();
        synchronized (WebUtils.getSessionMutex(session)) {
            Set<String> issued = issued(session);
            issued.add(token);
            if (issued.size() > KEPT) {
                issued.remove(issued.iterator().next());
            }
            session.setAttribute(ISSUED, issued);
        }
        return token;
    }

    /** True once for each issued token. */
    public boolean use(HttpSession session, String token) {
        synchronized (WebUtils.getSessionMutex(session)) {
            return issued(session).remove(token);
        }
    }

    @SuppressWarnings("unchecked")
    private static Set<String> issued(HttpSession session) {
        Object issued = session.getAttribute(ISSUED);
        return issued == null ? new LinkedHashSet<>() : (Set<String>) issued;
    }
}
