package cn.zrzy.hub.console.account;

import cn.zrzy.hub.console.security.Account;
import cn.zrzy.hub.console.security.Accounts;
import cn.zrzy.hub.console.security.Role;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 账号一览 as the API gives it to an administrator. */
@Component("accountRows")
class AccountRows {

    private final Accounts accounts;

    AccountRows(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @param lastLoginAt null for whoever never logged in */
    record Row(
            String username,
            String displayName,
            Role role,
            boolean enabled,
            @Nullable OffsetDateTime lastLoginAt,
            String lastLoginFrom) {}

    List<Row> all() {
        Map<String, Accounts.LastLogin> logins = accounts.lastLogins();
        return accounts.all().stream()
                .map(account -> row(account, logins.get(account.username())))
                .toList();
    }

    private static Row row(Account account, Accounts.@Nullable LastLogin login) {
        return new Row(
                account.username(),
                account.displayName(),
                account.role(),
                account.enabled(),
                login == null ? null : login.at(),
                login == null ? "" : login.from());
    }
}
