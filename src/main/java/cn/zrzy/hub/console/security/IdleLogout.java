package cn.zrzy.hub.console.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 会话超时: a page that refreshes itself keeps the container's session alive for ever, so the half hour is counted from
 * the last request that a person made. Polling requests say so in the header {@code X-Poll}.
 */
class IdleLogout extends OncePerRequestFilter {

    static final Duration IDLE = Duration.ofMinutes(30);
    private static final String LAST_SEEN = "console.last-seen-nanos";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            long now = System.nanoTime();
            Long last = (Long) session.getAttribute(LAST_SEEN);
            if (last != null && now - last > IDLE.toNanos()) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            } else if (request.getHeader("X-Poll") == null || last == null) {
                session.setAttribute(LAST_SEEN, now);
            }
        }
        chain.doFilter(request, response);
    }
}
