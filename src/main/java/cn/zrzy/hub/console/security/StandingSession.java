package cn.zrzy.hub.console.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 会话有效: asks with each request whether the session may go on. Over is one that nobody used for half an hour (a page that
 * refreshes itself keeps the container's session alive for ever; polling says so in the header {@code X-Poll}), one that
 * is too old however busy, and one whose account was disabled or got another password since, in whichever hub.
 */
class StandingSession extends OncePerRequestFilter {

    static final Duration IDLE = Duration.ofMinutes(30);
    private static final String BEGUN = "console.begun-nanos";
    private static final String LAST_SEEN = "console.last-seen-nanos";

    private final Accounts accounts;
    private final Duration longest;
    private final LongSupplier nanos;

    StandingSession(Accounts accounts, Duration longest, LongSupplier nanos) {
        this.accounts = accounts;
        this.longest = longest;
        this.nanos = nanos;
    }

    /** What a page is made of is no secret, and would ask the database ten times a page. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/webjars/")
                || request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known != null && known.getPrincipal() instanceof Person person) {
            HttpSession session = request.getSession(false);
            boolean polled = request.getHeader("X-Poll") != null;
            if (!stands(person) || session != null && isOver(session, polled)) {
                if (session != null) {
                    session.invalidate();
                }
                SecurityContextHolder.clearContext();
            }
        }
        chain.doFilter(request, response);
    }

    private boolean stands(Person person) {
        return accounts.find(person.username())
                .filter(account -> account.bears(person))
                .isPresent();
    }

    private boolean isOver(HttpSession session, boolean polled) {
        long now = nanos.getAsLong();
        Long begun = (Long) session.getAttribute(BEGUN);
        Long last = (Long) session.getAttribute(LAST_SEEN);
        if (begun == null) {
            session.setAttribute(BEGUN, now);
        }
        if (!polled || last == null) {
            session.setAttribute(LAST_SEEN, now);
        }
        return begun != null && now - begun > longest.toNanos() || last != null && now - last > IDLE.toNanos();
    }
}
