package cn.zrzy.hub.console.machine;

import cn.zrzy.hub.console.security.MachineRefusals;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** 运维账号 {@code ops} of the management port; whoever guesses has to wait. */
record OpsLogin(SharedSecret token, MachineRefusals refusals) implements AuthenticationProvider {

    private static final String DOOR = "ops";

    @Override
    public Authentication authenticate(Authentication request) {
        String address = request.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        if (refusals.waits(DOOR, address)) {
            throw new LockedException("too many wrong credentials");
        }
        if (!"ops".equals(request.getName()) || !token.matches(String.valueOf(request.getCredentials()))) {
            refusals.wrong(DOOR, request.getName(), address);
            throw new BadCredentialsException("bad credentials");
        }
        refusals.right(DOOR, address);
        return UsernamePasswordAuthenticationToken.authenticated(
                "ops", null, List.of(new SimpleGrantedAuthority("ROLE_OPS")));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
