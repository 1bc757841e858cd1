package cn.zrzy.hub.console.token;

import cn.zrzy.hub.audit.AuditEvent;
import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.security.Account;
import cn.zrzy.hub.console.security.Accounts;
import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.kernel.Digest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 演练人员: the people whom the demo program plays, each with an account and a token of her own, made from a secret that lies
 * beside the others. Nobody knows their passwords, so none of them can log in. A hub in earnest refuses to start with them,
 * and drops the tokens that a drill on the same database left, whose secrets may lie about.
 */
@Component
class DrillPeople {

    /** Of their tokens; nobody else's may be called so. */
    static final String NAME = "演练";

    private static final String SETTING = "drill.people";

    private static final Logger LOG = LoggerFactory.getLogger(DrillPeople.class);

    private final Accounts accounts;
    private final PersonalTokens tokens;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Environment settings;
    private final Clock clock;
    private final List<String> people;
    private final boolean drill;

    DrillPeople(
            Accounts accounts,
            PersonalTokens tokens,
            PasswordEncoder passwords,
            AuditTrail audit,
            Environment settings,
            Clock clock) {
        this.audit = audit;
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
        this.people = List.of(settings.getProperty(SETTING, String[].class, new String[0]));
        this.drill = "DRILL".equals(settings.getProperty("hub.environment"));
        if (!people.isEmpty() && !drill) {
            throw new IllegalStateException(SETTING + " 只许在演练环境使用（hub.environment=DRILL），生产环境请删去这一项");
        }
    }

    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    void moveIn() {
        int left = drill ? 0 : tokens.drop(NAME);
        if (left > 0) {
            LOG.warn("演练时的 {} 个个人令牌已删去，生产环境不认", left);
            audit.record(AuditEvent.bySystem("console.drill-tokens-dropped", NAME, left + " 个"));
        }
        for (String line : people) {
            String[] parts = line.strip().split("/");
            moveIn(parts[0], parts[1], Role.valueOf(parts[2]));
        }
    }

    private void moveIn(String username, String name, Role role) {
        if (accounts.find(username).isEmpty()) {
            String unknown = passwords.encode(UUID.randomUUID().toString());
            accounts.add(new Account(username, name, role, unknown, true, 0));
        }
        String secret =
                settings.getProperty("secret." + username + "-token", "").strip();
        if (!secret.isEmpty()) {
            OffsetDateTime now = OffsetDateTime.now(clock);
            OffsetDateTime end = now.plusDays(90);
            tokens.add(new PersonalToken(0, username, NAME, false, 0, now, end, null, "", null), Digest.sm3(secret));
        }
    }
}
