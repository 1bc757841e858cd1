package cn.zrzy.hub.console.security;

import cn.zrzy.hub.audit.AuditEvent;
import cn.zrzy.hub.audit.AuditTrail;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 账号管理: opens and closes accounts, and writes both into the trail. */
@Component
public class AccountDesk {

    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{2,31}");
    /** Of machines, and of what the trail calls nobody's: a person under such a name could not be told from them. */
    private static final Set<String> NOT_FOR_PEOPLE =
            Set.of("office", "operator", "ops", "system", "unknown", "anonymous", "console");

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;

    AccountDesk(Accounts accounts, PasswordEncoder passwords, AuditTrail audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** What a person enters to get an account; the password is never kept. */
    public record Application(String username, String displayName, Role role, String password, String repeated) {

        public Application {
            username = username.strip().toLowerCase(Locale.ROOT);
            displayName = displayName.strip();
        }
    }

    /** 开户 for another person, who sets the password herself. */
    public record Invitation(String username, String displayName, Role role) {

        public Invitation {
            username = username.strip().toLowerCase(Locale.ROOT);
            displayName = displayName.strip();
        }
    }

    public List<Account> all() {
        return accounts.all();
    }

    public Map<String, Accounts.LastLogin> lastLogins() {
        return accounts.lastLogins();
    }

    /** Message key of what is wrong with the application, empty when it can be granted. */
    public Optional<String> objection(Application a) {
        Optional<String> objection = objection(new Invitation(a.username(), a.displayName(), a.role()));
        if (objection.isPresent()) {
            return objection;
        }
        if (!a.password().equals(a.repeated())) {
            return Optional.of("password.differs");
        }
        return PasswordRules.broken(a.username(), a.displayName(), a.password());
    }

    /** Message key of what is wrong with it, empty when it can be granted. */
    public Optional<String> objection(Invitation a) {
        if (!USERNAME.matcher(a.username()).matches()) {
            return Optional.of("account.username.rule");
        }
        if (a.displayName().isEmpty() || a.displayName().length() > 30) {
            return Optional.of("account.name.rule");
        }
        if (NOT_FOR_PEOPLE.contains(a.username()) || accounts.find(a.username()).isPresent()) {
            return Optional.of("account.username.taken");
        }
        return Optional.empty();
    }

    @Transactional
    public void open(Application a, Actor by, String reason) {
        Invitation invitation = new Invitation(a.username(), a.displayName(), a.role());
        accounts.add(account(invitation, a.password()));
        record(invitation, by, reason);
    }

    /** With a password that nobody knows, until its owner sets one. */
    @Transactional
    public void invite(Invitation a, Actor by, String reason) {
        accounts.invite(account(a, UUID.randomUUID().toString()));
        record(a, by, reason);
    }

    private Account account(Invitation a, String password) {
        return new Account(a.username(), a.displayName(), a.role(), passwords.encode(password), true, 0);
    }

    private void record(Invitation a, Actor by, String reason) {
        audit.record(event(
                by, "console.account-opened", a.username(), reason, "", a.role().name()));
    }

    @Transactional
    public void enable(String username, boolean enabled, Actor by, String reason) {
        accounts.enable(username, enabled);
        String after = enabled ? "启用" : "停用";
        audit.record(event(by, "console.account-switched", username, reason, enabled ? "停用" : "启用", after));
    }

    private static AuditEvent event(Actor by, String action, String key, String reason, String before, String after) {
        return by.did(action, key, reason, before, after, "成功");
    }
}
