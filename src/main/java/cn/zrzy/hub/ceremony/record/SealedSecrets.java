package cn.zrzy.hub.ceremony.record;

import java.util.List;
import java.util.Optional;

/** Secrets of unannounced draws (密封值): digest at the call, shares at the draw, the secret itself from then on. */
public interface SealedSecrets {

    /** @param secret 64 hex once two keepers have handed in their shares; null before */
    record Sealed(String drawNo, String secretHash, String secret) {}

    Optional<Sealed> find(String drawNo);

    /** @return false when a digest stands already; the first one counts */
    boolean seal(String drawNo, String secretHash);

    /** Locks it until the transaction ends: two keepers of one moment see each other. */
    Optional<Sealed> hold(String drawNo);

    /** Keeps a keeper's share, in place of an earlier one. */
    void hand(String drawNo, String keeper, String share);

    List<String> shares(String drawNo);

    /** Keeps the joined secret and forgets the shares. */
    void joined(String drawNo, String secret);
}
