package cn.zrzy.hub.console.machine;

import cn.zrzy.hub.console.security.Account;
import cn.zrzy.hub.console.security.MachineRefusals;
import cn.zrzy.hub.console.security.Person;
import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.console.token.TokenHolders;
import cn.zrzy.hub.kernel.Acting;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who calls the API (令牌认人): a machine account by its own token, or a person by hers. */
class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final List<Machine> machines;
    private final TokenHolders holders;
    private final MachineRefusals refusals;

    BearerTokens(List<Machine> machines, TokenHolders holders, MachineRefusals refusals) {
        this.machines = machines;
        this.holders = holders;
        this.refusals = refusals;
    }

    /** 机器账号: of one system, in one role. It may report, and decides nothing. */
    record Machine(String name, Role role, SharedSecret token) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            let(header.substring(SCHEME.length()).strip(), request.getRemoteAddr());
        }
        chain.doFilter(request, response);
    }

    private void let(String presented, String address) {
        Optional<Machine> machine =
                machines.stream().filter(one -> one.token().matches(presented)).findFirst();
        if (machine.isPresent()) {
            logIn(machine.get(), address);
            return;
        }
        holders.of(presented, address)
                .ifPresentOrElse(holder -> logIn(holder, address), () -> refusals.wrong("api", "unknown", address));
    }

    private static void logIn(Machine machine, String address) {
        Acting acting = Acting.machine(machine.name(), machine.role().name(), address, "");
        logIn(new Person(machine.name(), machine.name(), machine.role()), acting, Set.of(ApiDeed.READ, ApiDeed.ENTER));
    }

    private static void logIn(TokenHolders.Holder holder, String address) {
        Account account = holder.account();
        Acting acting = Acting.person(
                account.username(), account.displayName(), account.role().name(), address);
        logIn(
                new Person(account.username(), account.displayName(), account.role(), account.epoch()),
                acting,
                holder.readOnly() ? Set.of(ApiDeed.READ) : Set.of(ApiDeed.values()));
    }

    private static void logIn(Person person, Acting acting, Set<ApiDeed> deeds) {
        List<GrantedAuthority> rights = new ArrayList<>();
        rights.add(new SimpleGrantedAuthority("ROLE_" + person.role()));
        deeds.forEach(deed -> rights.add(new SimpleGrantedAuthority(deed.authority())));
        UsernamePasswordAuthenticationToken known =
                UsernamePasswordAuthenticationToken.authenticated(person, null, rights);
        known.setDetails(acting);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(known);
        SecurityContextHolder.setContext(context);
    }
}
