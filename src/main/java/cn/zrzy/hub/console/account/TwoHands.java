package cn.zrzy.hub.console.account;

import cn.zrzy.hub.console.security.Account;
import cn.zrzy.hub.console.security.Accounts;
import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.kernel.Rejected;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * 两名系统管理员: whoever hands a link over could use it himself, and so be the second pair of eyes to his own first. So it
 * takes two, as soon as there ever were two: one who is disabled still counts, or disabling the other would be the way around.
 * Only the first administrator, alone since the set-up, opens accounts by himself.
 */
@Component
class TwoHands {

    private final Accounts accounts;

    TwoHands(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Does a link for this account need another administrator?
     *
     * @throws Rejected E-LINK-ALONE when it does and there is none
     */
    boolean needed(String owner, String maker) {
        Set<String> haveBeenIn = accounts.lastLogins().keySet();
        List<Account> administrators = accounts.all().stream()
                .filter(account -> account.role() == Role.ADMIN && haveBeenIn.contains(account.username()))
                .toList();
        boolean first =
                administrators.stream().allMatch(account -> account.username().equals(maker));
        boolean another = administrators.stream()
                .anyMatch(account -> account.enabled()
                        && !account.username().equals(maker)
                        && !account.username().equals(owner));
        Rejected.unless(first || another, "E-LINK-ALONE", "没有另一名在用的系统管理员可以确认这个链接，请按处置手册“找回系统管理员”另设一名", "username");
        return !first;
    }
}
