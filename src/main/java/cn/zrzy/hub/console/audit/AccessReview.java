package cn.zrzy.hub.console.audit;

import cn.zrzy.hub.audit.AuditEntry;
import cn.zrzy.hub.audit.AuditQuery;
import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.Times;
import cn.zrzy.hub.console.security.Account;
import cn.zrzy.hub.console.security.Accounts;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.token.PersonalToken;
import cn.zrzy.hub.console.token.PersonalTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * 权限复核表: every account with what it may do, who gave it that, whether it is used and by what programs, so that somebody who
 * is no administrator can say of each whether it is still needed (GB/T 22239-2019 8.1.4.1, 多余的、过期的账户).
 */
@Controller
class AccessReview {

    private static final Duration LONG_UNUSED = Duration.ofDays(90);
    private static final int EVENTS = 5_000;
    private static final List<String> RIGHTS = List.of("console.account-opened", "console.role-changed");

    private final Accounts accounts;
    private final PersonalTokens tokens;
    private final AuditTrail trail;
    private final Deeds deeds;
    private final Times times;
    private final Clock clock;

    AccessReview(Accounts accounts, PersonalTokens tokens, AuditTrail trail, Deeds deeds, Times times, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.trail = trail;
        this.deeds = deeds;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping("/audit/accounts.xlsx")
    void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
        trail.record(Actor.of(request).did("audit.exported", "accounts", "", "", "权限复核表", "成功"));
        Map<String, AuditEntry> given = given();
        Map<String, Accounts.LastLogin> logins = accounts.lastLogins();
        try (Sheet sheet = new Sheet(response, "accounts", "权限复核")) {
            sheet.heading(
                    "账号", "姓名", "角色", "状态", "权限最近由谁给", "何时", "理由", "上次登录", "登录地址", "有效的个人令牌", "请复核", "仍需要（是/否）", "复核人");
            for (Account account : accounts.all()) {
                sheet.row(cells(account, given.get(account.username()), logins.get(account.username())));
            }
            trail.head().ifPresent(last -> sheet.chainHead(last, times));
        }
    }

    /** What last gave or took rights, by account; the trail is read from the newest down. */
    private Map<String, AuditEntry> given() {
        Map<String, AuditEntry> newest = new HashMap<>();
        AuditQuery query =
                new AuditQuery(Instant.EPOCH, clock.instant(), "", List.of(), "", RIGHTS, "", false, Long.MAX_VALUE);
        trail.page(query, EVENTS)
                .forEach(entry -> newest.putIfAbsent(entry.event().objectKey(), entry));
        return newest;
    }

    private List<String> cells(Account account, AuditEntry given, Accounts.LastLogin login) {
        long valid = tokens.of(account.username()).stream()
                .filter(token -> token.state(account, OffsetDateTime.now(clock)) == PersonalToken.State.VALID)
                .count();
        return List.of(
                account.username(),
                account.displayName(),
                deeds.role(account.role()),
                account.enabled() ? "启用" : "停用",
                given == null ? "" : deeds.person(given.event().actor()),
                given == null ? "" : times.full(given.at()),
                given == null ? "" : given.event().reason(),
                login == null ? "没有登录过" : times.full(login.at()),
                login == null ? "" : login.from(),
                Long.toString(valid),
                doubt(account, given, login, valid),
                "",
                "");
    }

    /** Unused counts from the last log-in, or from when it was opened; who was never in and when it was opened is not known. */
    private String doubt(Account account, AuditEntry given, Accounts.LastLogin login, long tokens) {
        Instant since = login != null ? login.at().toInstant() : given != null ? given.at() : Instant.EPOCH;
        if (!account.enabled() || since.plus(LONG_UNUSED).isAfter(clock.instant())) {
            return "";
        }
        return tokens == 0 ? "90 天没有登录，没有令牌" : "90 天没有登录，但有令牌";
    }
}
