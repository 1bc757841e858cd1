package cn.zrzy.hub.console.token;

import cn.zrzy.hub.console.security.Account;
import cn.zrzy.hub.console.security.Accounts;
import cn.zrzy.hub.kernel.Digest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose token it is (令牌持有人): asked of the books with each call, so that what ended a moment ago opens nothing. */
@Component
public class TokenHolders {

    private final PersonalTokens tokens;
    private final Accounts accounts;
    private final Clock clock;

    TokenHolders(PersonalTokens tokens, Accounts accounts, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param account as it stands now, role included */
    public record Holder(Account account, boolean readOnly) {}

    /** Empty for what is no token, or none that is valid. */
    public Optional<Holder> of(String presented, String address) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return tokens.find(Digest.sm3(presented))
                .flatMap(token -> accounts.find(token.username())
                        .filter(owner -> token.state(owner, now) == PersonalToken.State.VALID)
                        .map(owner -> {
                            tokens.used(token.no(), now, address);
                            return new Holder(owner, token.readOnly());
                        }));
    }
}
