package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.embedded.DatabaseState;
import cn.zrzy.hub.kernel.OurOutage;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 at once while the database is away (停用闸门): nobody waits for a connection that will not come, and what was
 * under way when it broke gets the same answer. Pictures and style sheets need no database.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OutageGate extends OncePerRequestFilter {

    private final DatabaseState database;
    private final OutagePages pages;

    OutageGate(DatabaseState database, OutagePages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/") || path.startsWith("/webjars/") || path.equals("/favicon.ico");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Instant> away = database.awaySince();
        if (away.isPresent() && request.getDispatcherType() == DispatcherType.REQUEST) {
            refuse(request, response, away.get());
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (!OurOutage.caused(e) || response.isCommitted()) {
                throw e;
            }
            response.reset();
            refuse(request, response, database.awaySince().orElseGet(Instant::now));
        }
    }

    /** Its session lies in memory; whoever has none is a stranger, from the street too. */
    private static boolean isLoggedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Instant since) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "10");
        response.setHeader("Cache-Control", "no-store");
        if (request.getRequestURI().startsWith("/wall/")) {
            response.setHeader("Refresh", "20"); // a screen on a wall has nobody to press
        }
        String path = request.getRequestURI();
        byte[] body;
        if (path.startsWith("/api/")
                || String.valueOf(request.getHeader("Accept")).contains("json")) {
            response.setContentType("application/problem+json;charset=UTF-8");
            body = pages.problem(since);
        } else {
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'");
            body = path.equals("/pub") || path.startsWith("/pub/")
                    ? pages.site()
                    : pages.console(since, isLoggedIn(request));
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
