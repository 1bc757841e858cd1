package cn.zrzy.hub.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** 操作守卫: no action of a console page runs without a fresh action token and a reason. */
@Configuration(proxyBeanMethods = false)
class ActionGuard implements WebMvcConfigurer, HandlerInterceptor {

    private static final int LONGEST_REASON = 200;

    private final ActionTokens tokens;

    ActionGuard(ActionTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || !method.hasMethodAnnotation(Action.class)) {
            return true;
        }
        String reason = request.getParameter("reason");
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, "E-ACTION-REASON");
            return false;
        }
        String token = request.getParameter("actionToken");
        if (token == null || !tokens.use(request, token)) {
            response.sendError(HttpServletResponse.SC_CONFLICT, "E-ACTION-REPEATED");
            return false;
        }
        return true;
    }
}
