package cn.zrzy.hub.ceremony.record;

import cn.zrzy.hub.draw.model.SeedRecipe;
import java.util.List;
import java.util.Optional;

/** Calls for commitments (征集承诺): a draw gets its number, then the parties commit, then the pool is frozen. */
public interface DrawCalls {

    /** @param frozen whether its pool is frozen already */
    record Call(String drawNo, String schemeNo, boolean frozen) {}

    /** The one call that waits for commitments; numbers are gapless, so there is at most one. */
    Optional<Call> open();

    Optional<Call> find(String drawNo);

    void call(String drawNo, String schemeNo);

    /** @return false when the party has committed before; the first commitment stands */
    boolean commit(String drawNo, String party, String commitment);

    /** By party name, so that their order is nobody's choice. */
    List<SeedRecipe.Party> parties(String drawNo);

    void frozen(String drawNo);

    /** Takes an open call back with its commitments and its sealed digest (撤回征集), so that its number is free for the next scheme. */
    void cancel(String schemeNo);
}
