package cn.zrzy.hub.console.wall;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the link's token off the address (大屏凭据); who shows a valid one is a screen, and nobody by name. */
class WallPass extends OncePerRequestFilter {

    private static final String FOLDER = "/wall/";

    private final WallDesk desk;

    WallPass(WallDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request.getRequestURI());
        if (token.startsWith(WallDesk.PREFIX) && desk.opens(token, request.getRemoteAddr())) {
            SecurityContext screen = SecurityContextHolder.createEmptyContext();
            screen.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    "wall", null, List.of(new SimpleGrantedAuthority(WallDoors.LOOK))));
            SecurityContextHolder.setContext(screen);
        }
        chain.doFilter(request, response);
    }

    private static String token(String path) {
        String rest = path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : "";
        int end = rest.indexOf('/');
        return end < 0 ? rest : rest.substring(0, end);
    }
}
