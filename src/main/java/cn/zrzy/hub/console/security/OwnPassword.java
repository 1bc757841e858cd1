package cn.zrzy.hub.console.security;

import cn.zrzy.hub.audit.AuditTrail;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** 本人改口令: with the current one at hand. A wrong one counts like a wrong log-in; other sessions of the person end. */
@Component
public class OwnPassword {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Throttle throttle;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    OwnPassword(
            Accounts accounts,
            PasswordEncoder passwords,
            Throttle throttle,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The current password, and the next one twice; never kept. */
    public record Change(String current, String next, String repeated) {

        public Change {
            current = current == null ? "" : current;
            next = next == null ? "" : next;
            repeated = repeated == null ? "" : repeated;
        }
    }

    /** @return message key of what is wrong; empty when the password is another one now */
    public Optional<String> change(Change change, Actor by) {
        Account account = accounts.find(by.username()).orElseThrow();
        Optional<String> objection = objection(change, account, by.ip());
        transaction.executeWithoutResult(status -> {
            if (objection.isEmpty()) {
                accounts.changePassword(account.username(), passwords.encode(change.next()));
            }
            String result = objection.map(key -> "未改：" + key).orElse("成功");
            audit.record(by.did("console.password-changed", account.username(), "本人修改", "", "", result));
        });
        return objection;
    }

    /**
     * Whether it is the person at all, before something that outlives the session.
     *
     * @return message key of why that is doubted; empty when the password is hers
     */
    public Optional<String> doubt(Actor by, String current) {
        Account account = accounts.find(by.username()).orElseThrow();
        Optional<String> doubt = doubt(account, current, by.ip());
        doubt.ifPresent(
                key -> audit.record(by.did("console.password-asked", account.username(), "", "", "", "未过：" + key)));
        return doubt;
    }

    private Optional<String> doubt(Account account, String current, String address) {
        if (throttle.claim(account.username(), address).isEmpty()) {
            return Optional.of("password.wait");
        }
        if (PasswordRules.isTooLong(current) || !passwords.matches(current, account.passwordHash())) {
            return Optional.of("password.wrong");
        }
        throttle.succeeded(account.username(), address);
        return Optional.empty();
    }

    private Optional<String> objection(Change change, Account account, String address) {
        Optional<String> doubt = doubt(account, change.current(), address);
        if (doubt.isPresent()) {
            return doubt;
        }
        if (!change.next().equals(change.repeated())) {
            return Optional.of("password.differs");
        }
        if (change.next().equals(change.current())) {
            return Optional.of("password.same");
        }
        return PasswordRules.broken(account.username(), account.displayName(), change.next());
    }

    /** The person as the account stands now, for the session that goes on. */
    public Person anew(String username) {
        return Person.of(accounts.find(username).orElseThrow());
    }
}
