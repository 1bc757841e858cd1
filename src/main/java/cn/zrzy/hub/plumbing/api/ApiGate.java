package cn.zrzy.hub.plumbing.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers "not yet" while the routes behind the API are starting or stopping (接口闸门): the web server is up before them,
 * and a 404 in that moment would tell a caller that there is no such thing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiGate extends OncePerRequestFilter {

    private final CamelContext camel;

    ApiGate(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/") || camel.isStarted();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "5");
        response.setContentType("application/problem+json;charset=UTF-8");
        response.getOutputStream()
                .write(
                        "{\"type\":\"about:blank\",\"status\":503,\"title\":\"枢纽正在启动或停止，请稍后再试\",\"code\":\"E-API-STARTING\"}"
                                .getBytes(StandardCharsets.UTF_8));
    }
}
