package cn.zrzy.hub.console.security;

import cn.zrzy.hub.kernel.Acting;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** 经办人: what a person's request makes true is hers in the trail. */
class ActingPerson extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known == null || !(known.getPrincipal() instanceof Person person)) {
            chain.doFilter(request, response);
            return;
        }
        Acting acting = Acting.person(
                person.username(), person.displayName(), person.role().name(), request.getRemoteAddr());
        try (Acting.Scope scope = acting.begin()) {
            chain.doFilter(request, response);
        }
    }
}
