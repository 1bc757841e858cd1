package cn.zrzy.hub.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All schemes (方案库). */
public interface Schemes {

    Optional<Scheme> find(String schemeNo, int version);

    Optional<Scheme> find(String schemeNo);

    List<Scheme> inState(Scheme.State state);

    /** Approved schemes whose draw date has come. */
    List<Scheme> due(LocalDate date);

    String nextNo(String planNo);

    /** @param requestNo the caller's number of the request, unique; null when it gave none */
    void add(Scheme scheme, String requestNo);

    Optional<Scheme> ofRequest(String requestNo);

    void approve(Scheme scheme);

    /** @return false when another session has frozen it already */
    boolean frozen(String schemeNo, String drawNo);

    boolean drawn(String schemeNo);

    /**
     * Its draw was voided: approved once more, to be drawn again.
     *
     * @return false when this is not its present draw
     */
    boolean voided(String schemeNo, String drawNo);

    /** @return false when its pool is frozen already, or it never was approved */
    boolean withdrawn(String schemeNo);
}
