package cn.zrzy.hub.console.account;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.security.Account;
import cn.zrzy.hub.console.security.Accounts;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 改角色: one administrator asks, another one decides, and neither is the person whose rights change. What a role opens is
 * worth two pairs of eyes more than an account, which opens nothing that the trail does not show.
 */
@Component
public class RoleDesk {

    private final RoleWishes wishes;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Clock clock;

    RoleDesk(RoleWishes wishes, Accounts accounts, AuditTrail audit, Clock clock) {
        this.wishes = wishes;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is asked for, by account. */
    public Map<String, RoleWishes.Wish> open() {
        return wishes.open().stream().collect(Collectors.toMap(RoleWishes.Wish::username, Function.identity()));
    }

    /** @throws Rejected E-ROLE-OWN, E-ROLE-STATE */
    @Transactional
    void ask(String username, Role role, Actor by, String reason) {
        requireOther(username, by);
        Account account = accounts.find(username)
                .filter(Account::enabled)
                .orElseThrow(() -> new Rejected("E-ROLE-STATE", "没有这个账号，或已停用"));
        boolean asked = account.role() != role
                && wishes.ask(new RoleWishes.Wish(username, role, by.username(), reason, OffsetDateTime.now(clock)));
        Rejected.unless(asked, "E-ROLE-STATE", "已经是这个角色，或已有一份申请等着审批，请刷新页面", "role");
        record(by, "console.role-asked", account, role, reason, "等待另一名系统管理员审批");
    }

    /**
     * Ends the person's sessions and tokens, whose rights were others.
     *
     * @throws Rejected E-ROLE-STATE when nothing is asked, E-ROLE-SAME, E-ROLE-OWN
     */
    @Transactional
    void approve(String username, Actor by, String reason) {
        requireOther(username, by);
        RoleWishes.Wish wish = held(username);
        Rejected.unless(!wish.askedBy().equals(by.username()), "E-ROLE-SAME", "申请人不能审批自己的申请，须由另一名系统管理员审批", "role");
        boolean standing = accounts.find(wish.askedBy())
                .filter(asker -> asker.enabled() && asker.role() == Role.ADMIN)
                .isPresent();
        Rejected.unless(standing, "E-ROLE-STATE", "申请人已不是在用的系统管理员，请拒绝这份申请，另行申请", "role");
        Account before = accounts.find(username).orElseThrow();
        accounts.changeRole(username, wish.role());
        wishes.drop(username);
        record(by, "console.role-changed", before, wish.role(), reason, "成功");
    }

    /** Also by who asked, who thought better of it. */
    @Transactional
    void refuse(String username, Actor by, String reason) {
        requireOther(username, by);
        RoleWishes.Wish wish = held(username);
        wishes.drop(username);
        record(by, "console.role-refused", accounts.find(username).orElseThrow(), wish.role(), reason, "未改");
    }

    private RoleWishes.Wish held(String username) {
        return wishes.hold(username).orElseThrow(() -> new Rejected("E-ROLE-STATE", "没有等待审批的改角色申请，请刷新页面"));
    }

    private static void requireOther(String username, Actor by) {
        Rejected.unless(!username.equals(by.username()), "E-ROLE-OWN", "自己的角色须由另外两名系统管理员办理", "role");
    }

    private void record(Actor by, String action, Account account, Role role, String reason, String result) {
        audit.record(by.did(action, account.username(), reason, account.role().name(), role.name(), result));
    }
}
