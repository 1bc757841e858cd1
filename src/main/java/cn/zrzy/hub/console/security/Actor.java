package cn.zrzy.hub.console.security;

import cn.zrzy.hub.audit.AuditEvent;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;

/** Who pressed the button (操作人), as the trail wants to know it. */
public record Actor(String username, String role, String ip) {

    public static Actor of(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication auth && auth.getPrincipal() instanceof Person person) {
            return new Actor(person.username(), person.role().name(), request.getRemoteAddr());
        }
        return new Actor("anonymous", "", request.getRemoteAddr());
    }

    public AuditEvent did(String action, String key, String reason, String before, String after, String result) {
        return new AuditEvent(username, role, ip, action, key, reason, before, after, result);
    }
}
