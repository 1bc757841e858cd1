package cn.zrzy.hub.console.account;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Storage of links by their digest, one a person at most; kept by {@code console.jdbc}. */
public interface PasswordLinks {

    /**
     * A link that is not used yet.
     *
     * @param codeDigest of another administrator's code ({@link TwoHands}); null until it is made
     */
    record Link(
            String username,
            String digest,
            String madeBy,
            @Nullable String codeDigest,
            OffsetDateTime expiresAt) {}

    /** The link before it is void. */
    void replace(Link link);

    /** Empty when it was used, replaced, is too old or was never made. */
    Optional<Link> find(String digest, OffsetDateTime now);

    List<Link> all(OffsetDateTime now);

    /** @return false when somebody was faster, or the link is another one by now */
    boolean confirm(Link link, String codeDigest, String by);

    /** True for exactly one caller. */
    boolean use(String digest, OffsetDateTime now);
}
