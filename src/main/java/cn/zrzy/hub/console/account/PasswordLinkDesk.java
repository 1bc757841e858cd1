package cn.zrzy.hub.console.account;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.security.Account;
import cn.zrzy.hub.console.security.Accounts;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.PasswordRules;
import cn.zrzy.hub.kernel.Digest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 设置口令的一次性链接: handed over by an administrator, who so never knows a password. Who uses it before its owner is found
 * out by the owner, whose link then is void, and stands in the trail with the address.
 */
@Component
public class PasswordLinkDesk {

    private final PasswordLinks links;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;
    private final String consoleUrl;
    private final Duration valid;

    PasswordLinkDesk(
            PasswordLinks links,
            Accounts accounts,
            PasswordEncoder passwords,
            AuditTrail audit,
            Clock clock,
            @Value("${hub.console.url:http://127.0.0.1:8080}") String consoleUrl,
            @Value("${console.password-link:24h}") Duration valid) {
        this.links = links;
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.consoleUrl = consoleUrl;
        this.valid = valid;
    }

    /** @return the link, which is never seen again; until it is used the old password holds */
    @Transactional
    public String make(String username, Actor by, String reason) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        links.replace(username, digest(token), OffsetDateTime.now(clock).plus(valid));
        audit.record(by.did("console.password-link-made", username, reason, "", valid.toHours() + " 小时内有效", "成功"));
        return consoleUrl + "/welcome?token=" + token;
    }

    Optional<Account> owner(String token) {
        return links.owner(digest(token), OffsetDateTime.now(clock))
                .flatMap(accounts::find)
                .filter(Account::enabled);
    }

    /** Message key of what is wrong with the password. */
    Optional<String> objection(Account owner, String password, String repeated) {
        if (!password.equals(repeated)) {
            return Optional.of("password.differs");
        }
        return PasswordRules.broken(owner.username(), owner.displayName(), password);
    }

    /** False when somebody was faster. */
    @Transactional
    boolean use(String token, Account owner, String password, String address) {
        if (!links.use(digest(token), OffsetDateTime.now(clock))) {
            return false;
        }
        accounts.changePassword(owner.username(), passwords.encode(password));
        audit.record(new Actor(owner.username(), owner.role().name(), address)
                .did("console.password-changed", owner.username(), "凭一次性链接设置", "", "", "成功"));
        return true;
    }

    private static String digest(String token) {
        return Digest.sm3(token.getBytes(StandardCharsets.UTF_8));
    }
}
