package cn.zrzy.hub.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** 会话接续: lets this one session go on when all sessions of its account are over. */
@Component
public class Sessions {

    private final HttpSessionSecurityContextRepository kept = new HttpSessionSecurityContextRepository();

    /** Under a new session id, as after a log-in. */
    public void goOn(Person person, HttpServletRequest request, HttpServletResponse response) {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(person, null, before.getAuthorities()));
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        kept.saveContext(context, request, response);
    }
}
