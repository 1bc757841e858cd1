package cn.zrzy.hub.console.security;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.kernel.PlainText;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * 登录. Whether a name exists, waits or is disabled, the answer is one and takes the same time; only the trail tells which.
 * Every attempt is in it, whatever was typed in.
 */
@Component
class AccountLogin implements AuthenticationProvider {

    private static final int LONGEST_NAME = 64;

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Throttle throttle;
    private final AuditTrail audit;
    private final Clock clock;
    /** Checked where no other hash may be, so that every refusal costs the same. */
    private final String nobodysHash;

    AccountLogin(Accounts accounts, PasswordEncoder passwords, Throttle throttle, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
        this.nobodysHash = passwords.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String username = request.getName().strip().toLowerCase(Locale.ROOT);
        Actor actor = new Actor(PlainText.cleaned(username, LONGEST_NAME), "", address(request));
        Account account = known(username);
        OptionalInt attempt = throttle.claim(username, actor.ip());
        boolean right = matches(String.valueOf(request.getCredentials()), account);
        if (attempt.isEmpty()) {
            throw refused(actor, "尝试过多，暂不受理");
        }
        if (account == null) {
            throw refused(actor, "账号或口令错误，连续第 " + attempt.getAsInt() + " 次");
        }
        if (!right) {
            throw refused(actor, "口令错误，连续第 " + attempt.getAsInt() + " 次");
        }
        throttle.succeeded(username, actor.ip());
        Person person = Person.of(account);
        accounts.loggedIn(new Accounts.LastLogin(username, OffsetDateTime.now(clock), actor.ip()));
        audit.record(new Actor(username, account.role().name(), actor.ip())
                .did("console.login", username, "", "", "", "成功"));
        return UsernamePasswordAuthenticationToken.authenticated(
                person, null, List.of(new SimpleGrantedAuthority("ROLE_" + account.role())));
    }

    private Account known(String username) {
        boolean may = username.length() <= LONGEST_NAME && PlainText.shows(username);
        return may ? accounts.find(username).filter(Account::enabled).orElse(null) : null;
    }

    /** bcrypt refuses to look at more bytes than it uses; a longer password is wrong, and costs the same. */
    private boolean matches(String password, Account account) {
        boolean usable = !PasswordRules.isTooLong(password);
        String hash = account == null ? nobodysHash : account.passwordHash();
        return passwords.matches(usable ? password : "", hash) && usable && account != null;
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
