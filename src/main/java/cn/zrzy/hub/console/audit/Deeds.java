package cn.zrzy.hub.console.audit;

import cn.zrzy.hub.console.security.Account;
import cn.zrzy.hub.console.security.Accounts;
import cn.zrzy.hub.console.security.Role;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** 行为与人: what was done and by whom, in words; the trail itself keeps codes and account names. */
@Component("deeds")
class Deeds {

    private final MessageSource messages;
    private final Accounts accounts;

    Deeds(MessageSource messages, Accounts accounts) {
        this.messages = messages;
        this.accounts = accounts;
    }

    /** 立即报送 for {@code act.resend}; a verb that the bundle does not know keeps its code. */
    public String name(String action) {
        String word = word("audit-act." + action, "");
        if (!word.isEmpty()) {
            return word;
        }
        if (action.startsWith("api.")) {
            return messages.getMessage("audit-act.api", new Object[] {action.substring(4)}, locale());
        }
        return word(action, action);
    }

    String role(Role role) {
        return word("role." + role.name(), role.name());
    }

    public String module(String module) {
        return word("audit-module." + module, module);
    }

    /** 李敏（limin）; whoever has no account stands as he was recorded. */
    public String person(String actor) {
        if ("system".equals(actor)) {
            return word("audit-act.system", actor);
        }
        return accounts.find(actor)
                .map(account -> account.displayName() + "（" + actor + "）")
                .orElse(actor);
    }

    /** Accounts of people whose name holds these words. */
    List<String> accountsOf(String words) {
        return accounts.all().stream()
                .filter(account -> account.displayName().contains(words))
                .map(Account::username)
                .toList();
    }

    /** Of these verbs those that are called so, in the reader's language or by code. */
    List<String> called(String words, List<String> actions) {
        return actions.stream()
                .filter(action -> name(action).contains(words) || action.contains(words))
                .toList();
    }

    private String word(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
