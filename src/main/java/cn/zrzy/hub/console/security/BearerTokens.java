package cn.zrzy.hub.console.security;

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

/** Machine accounts of the API (机器账号), told apart by their tokens. */
class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final List<Machine> machines;
    private final MachineRefusals refusals;

    BearerTokens(List<Machine> machines, MachineRefusals refusals) {
        this.machines = machines;
        this.refusals = refusals;
    }

    record Machine(String name, Role role, SharedSecret token) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            String presented = header.substring(SCHEME.length()).strip();
            machines.stream()
                    .filter(machine -> machine.token().matches(presented))
                    .findFirst()
                    .ifPresentOrElse(
                            BearerTokens::logIn, () -> refusals.wrong("api", "unknown", request.getRemoteAddr()));
        }
        chain.doFilter(request, response);
    }

    private static void logIn(Machine machine) {
        Person person = new Person(machine.name(), machine.name(), machine.role());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                person, null, List.of(new SimpleGrantedAuthority("ROLE_" + machine.role()))));
        SecurityContextHolder.setContext(context);
    }
}
