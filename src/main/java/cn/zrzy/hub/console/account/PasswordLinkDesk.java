package cn.zrzy.hub.console.account;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.security.Account;
import cn.zrzy.hub.console.security.Accounts;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.PasswordRules;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.RandomCode;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 设置口令的一次性链接: one administrator makes it, another one the code without which it opens nothing ({@link TwoHands}), so
 * that no administrator can become another person alone, and none ever knows a password.
 */
@Component
public class PasswordLinkDesk {

    private final PasswordLinks links;
    private final Accounts accounts;
    private final TwoHands hands;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;
    private final Duration valid;

    PasswordLinkDesk(
            PasswordLinks links,
            Accounts accounts,
            TwoHands hands,
            PasswordEncoder passwords,
            AuditTrail audit,
            Clock clock,
            @Value("${console.password-link:24h}") Duration valid) {
        this.links = links;
        this.accounts = accounts;
        this.hands = hands;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.valid = valid;
    }

    /** Links that wait for the code of another administrator, by account. */
    public Map<String, PasswordLinks.Link> waiting() {
        return links.all(now()).stream()
                .filter(link -> link.codeDigest() == null && hands.needed(link.madeBy()))
                .collect(Collectors.toMap(PasswordLinks.Link::username, Function.identity()));
    }

    /** @throws Rejected E-LINK-ALONE when nobody could confirm a link that this person makes */
    public void requireHands(String username, Actor by) {
        hands.require(username, by.username());
    }

    /**
     * Until it is used the old password holds.
     *
     * @return the secret of the link, which is never seen again
     * @throws Rejected E-LINK-ALONE
     */
    @Transactional
    public String make(String username, Actor by, String reason) {
        hands.require(username, by.username());
        String token = RandomCode.token();
        links.replace(new PasswordLinks.Link(username, Digest.sm3(token), by.username(), null, now().plus(valid)));
        String standing = valid.toHours() + " 小时内有效" + (hands.needed(by.username()) ? "，等待另一名系统管理员确认" : "");
        audit.record(by.did("console.password-link-made", username, reason, "", standing, "成功"));
        return token;
    }

    /**
     * 确认: of a link that another one made for a third person.
     *
     * @return the code, which is never seen again
     * @throws Rejected E-LINK-SAME, E-LINK-STATE
     */
    @Transactional
    public String confirm(String username, Actor by, String reason) {
        PasswordLinks.Link link = Optional.ofNullable(waiting().get(username)).orElseThrow(PasswordLinkDesk::gone);
        boolean third = !link.madeBy().equals(by.username()) && !username.equals(by.username());
        Rejected.unless(third, "E-LINK-SAME", "做链接的人和本人都不能确认，须由另一名系统管理员确认", "username");
        String code = SpokenCode.draw();
        if (!links.confirm(link, Digest.sm3(link.digest() + SpokenCode.plain(code)), by.username())) {
            throw gone();
        }
        audit.record(
                by.did("console.password-link-confirmed", username, reason, "", "由 " + link.madeBy() + " 做的链接", "成功"));
        return code;
    }

    private static Rejected gone() {
        return new Rejected("E-LINK-STATE", "没有等待确认的链接：已确认、已换新或已过期，请刷新页面");
    }

    Optional<Opened> open(String token) {
        return links.find(Digest.sm3(token), now())
                .flatMap(link -> accounts.find(link.username())
                        .filter(Account::enabled)
                        .map(owner -> new Opened(owner, link, hands.needed(link.madeBy()))));
    }

    /**
     * Whose link it is.
     *
     * @param twoHands as things stand now: a link of the only administrator needs another hand once there is one
     */
    record Opened(Account owner, PasswordLinks.Link link, boolean twoHands) {

        boolean waits() {
            return twoHands && link.codeDigest() == null;
        }

        boolean fits(String code) {
            return !twoHands
                    || Digest.sm3(link.digest() + SpokenCode.plain(code)).equals(link.codeDigest());
        }
    }

    /** Message key of what is wrong with it. */
    Optional<String> objection(Opened opened, String code, String password, String repeated) {
        if (!opened.fits(code)) {
            return Optional.of("welcome.code.wrong");
        }
        if (!password.equals(repeated)) {
            return Optional.of("password.differs");
        }
        Account owner = opened.owner();
        return PasswordRules.broken(owner.username(), owner.displayName(), password);
    }

    /** False when somebody was faster. */
    @Transactional
    boolean use(Opened opened, String password, String address) {
        if (!links.use(opened.link().digest(), now())) {
            return false;
        }
        Account owner = opened.owner();
        accounts.changePassword(owner.username(), passwords.encode(password));
        audit.record(new Actor(owner.username(), owner.role().name(), address)
                .did("console.password-changed", owner.username(), "凭一次性链接设置", "", "", "成功"));
        return true;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
