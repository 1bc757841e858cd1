package cn.zrzy.hub.console.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 站内跳转: every redirect of ours leads within this site, so none needs a host, and none takes it from the caller's
 * {@code Host} header (RFC 9110 §10.2.2 allows a relative Location).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class OwnRedirects extends OncePerRequestFilter {

    private static final Pattern HOST = Pattern.compile("^(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//+[^/?#]*");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Within(response));
    }

    /** Path and query of it; {@code //host/path} is a host too. */
    static String within(String location) {
        String path = HOST.matcher(location).replaceFirst("");
        return path.length() == location.length() || path.startsWith("/") ? path : "/" + path;
    }

    private static final class Within extends HttpServletResponseWrapper {

        Within(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            super.sendRedirect(within(location));
        }

        @Override
        public void sendRedirect(String location, boolean clearBuffer) throws IOException {
            super.sendRedirect(within(location), clearBuffer);
        }

        @Override
        public void sendRedirect(String location, int status) throws IOException {
            super.sendRedirect(within(location), status);
        }

        @Override
        public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
            super.sendRedirect(within(location), status, clearBuffer);
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, "Location".equalsIgnoreCase(name) && value != null ? within(value) : value);
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, "Location".equalsIgnoreCase(name) && value != null ? within(value) : value);
        }
    }
}
