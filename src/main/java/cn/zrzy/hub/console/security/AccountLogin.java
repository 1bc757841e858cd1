package cn.zrzy.hub.console.security;

import cn.zrzy.hub.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** 登录: five wrong passwords in a row close an account for fifteen minutes. Every attempt is in the trail. */
@Component
class AccountLogin implements AuthenticationProvider {

    static final int ATTEMPTS = 5;
    static final Duration LOCKED = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;
    /** Checked for unknown names, so that the time of the answer does not tell which names exist. */
    private final String nobodysHash;

    AccountLogin(Accounts accounts, PasswordEncoder passwords, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.nobodysHash = passwords.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String username = request.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(request.getCredentials());
        Actor actor = new Actor(username, "", address(request));
        Account account = accounts.find(username).filter(Account::enabled).orElse(null);
        if (account == null) {
            passwords.matches(password, nobodysHash);
            throw refused(actor, "账号或口令错误");
        }
        Instant now = clock.instant();
        OptionalInt attempt = accounts.claimAttempt(username, now, ATTEMPTS, now.plus(LOCKED));
        if (attempt.isEmpty()) {
            audit.record(actor.did("console.login", username, "", "", "", "账号已锁定"));
            throw new LockedException("locked");
        }
        if (!passwords.matches(password, account.passwordHash())) {
            throw refused(actor, "口令错误，连续第 " + attempt.getAsInt() + " 次");
        }
        accounts.succeeded(username);
        Person person = new Person(username, account.displayName(), account.role());
        audit.record(new Actor(username, account.role().name(), actor.ip())
                .did("console.login", username, "", "", "", "成功"));
        return UsernamePasswordAuthenticationToken.authenticated(
                person, null, List.of(new SimpleGrantedAuthority("ROLE_" + account.role())));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private BadCredentialsException refused(Actor actor, String result) {
        audit.record(actor.did("console.login", actor.username(), "", "", "", result));
        return new BadCredentialsException("bad credentials");
    }

    private static String address(Authentication request) {
        return request.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
    }
}
