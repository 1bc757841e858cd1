package cn.zrzy.hub.console.security;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** 运维账号 {@code ops} of the management port. */
record OpsLogin(SharedSecret token) implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication request) {
        if (!"ops".equals(request.getName()) || !token.matches(String.valueOf(request.getCredentials()))) {
            throw new BadCredentialsException("bad credentials");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                "ops", null, List.of(new SimpleGrantedAuthority("ROLE_OPS")));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
