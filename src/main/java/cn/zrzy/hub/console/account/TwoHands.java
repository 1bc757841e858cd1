package cn.zrzy.hub.console.account;

import cn.zrzy.hub.console.security.Account;
import cn.zrzy.hub.console.security.Accounts;
import cn.zrzy.hub.kernel.Rejected;
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

    /** Does a link that this person made need another administrator? */
    boolean needed(String maker) {
        return accounts.administrators().stream()
                .anyMatch(account -> !account.username().equals(maker));
    }

    /** @throws Rejected E-LINK-ALONE when it does and there is none */
    void require(String owner, String maker) {
        boolean another = accounts.administrators().stream()
                .filter(Account::enabled)
                .map(Account::username)
                .anyMatch(username -> !username.equals(maker) && !username.equals(owner));
        Rejected.unless(
                another || !needed(maker), "E-LINK-ALONE", "没有另一名在用的系统管理员可以确认这个链接，请按处置手册“找回系统管理员”另设一名", "username");
    }
}
