package cn.zrzy.hub.console.token;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.security.Account;
import cn.zrzy.hub.console.security.Accounts;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.PlainText;
import cn.zrzy.hub.kernel.RandomCode;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 令牌办理: makes and takes back the tokens of one's own account, and writes both into the trail. */
@Component
@EnableConfigurationProperties(TokenSettings.class)
class TokenDesk {

    /** So that a token that lies about is known for one. */
    private static final String PREFIX = "hubpt_";

    private static final int LONGEST_NAME = 30;

    private final PersonalTokens tokens;
    private final Accounts accounts;
    private final TokenSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    TokenDesk(PersonalTokens tokens, Accounts accounts, TokenSettings settings, AuditTrail audit, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param days how long it shall be valid */
    record Wish(String name, int days, boolean readOnly) {}

    record Line(PersonalToken token, PersonalToken.State state) {}

    int longest() {
        return settings.days();
    }

    List<Line> of(String username) {
        Account owner = accounts.find(username).orElseThrow();
        OffsetDateTime now = OffsetDateTime.now(clock);
        return tokens.of(username).stream()
                .map(token -> new Line(token, token.state(owner, now)))
                .toList();
    }

    /**
     * @return the token, which is never seen again
     * @throws Rejected E-TOKEN-NAME, E-TOKEN-DAYS, E-TOKEN-MANY
     */
    @Transactional
    String make(Wish wish, Actor by, String reason) {
        String name = wish.name() == null ? "" : wish.name().strip();
        Rejected.unless(
                !name.isEmpty() && name.length() <= LONGEST_NAME && PlainText.shows(name),
                "E-TOKEN-NAME",
                "请写明令牌用在哪里，不超过 " + LONGEST_NAME + " 字",
                "name");
        Rejected.unless(!name.equals(DrillPeople.NAME), "E-TOKEN-NAME", "“演练”留给演练人员，请另写一个", "name");
        Rejected.unless(
                wish.days() >= 1 && wish.days() <= settings.days(),
                "E-TOKEN-DAYS",
                "令牌有效期须在 1 至 " + settings.days() + " 天之间",
                "days");
        long valid = of(by.username()).stream()
                .filter(line -> line.state() == PersonalToken.State.VALID)
                .count();
        Rejected.unless(valid < settings.each(), "E-TOKEN-MANY", "已有 " + valid + " 个有效的令牌，请先作废不用的，再做新的", "name");
        String token = PREFIX + RandomCode.token();
        Account owner = accounts.find(by.username()).orElseThrow();
        OffsetDateTime now = OffsetDateTime.now(clock);
        OffsetDateTime end = now.plusDays(wish.days());
        tokens.add(
                new PersonalToken(0, owner.username(), name, wish.readOnly(), owner.epoch(), now, end, null, "", null),
                Digest.sm3(token));
        String what = name + "，" + (wish.readOnly() ? "只读" : "与本人相同") + "，" + wish.days() + " 天";
        audit.record(by.did("console.token-made", by.username(), reason, "", what, "成功"));
        return token;
    }

    /** @throws Rejected E-TOKEN-UNKNOWN when it is not this person's, or was taken back before */
    @Transactional
    void revoke(long no, Actor by, String reason) {
        boolean done = tokens.revoke(by.username(), no, OffsetDateTime.now(clock));
        Rejected.unless(done, "E-TOKEN-UNKNOWN", "您名下没有这个令牌，或已经作废，请刷新页面", "no");
        audit.record(by.did("console.token-revoked", by.username() + "/" + no, reason, "有效", "作废", "成功"));
    }
}
