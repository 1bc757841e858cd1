package cn.zrzy.hub.kernel;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A book that checks its own invariants (自查), a part at a time: what changed since the last time, never its whole history.
 * Who asks keeps the verdict, in the same transaction.
 */
public interface SelfCheck {

    /** Module's name: delivery, registry, duty. */
    String book();

    /**
     * Checks the next part and whatever can turn bad by mere waiting; joins the caller's transaction.
     *
     * @param suspects objects with an open breach, to be looked at again
     */
    Findings check(Collection<String> suspects);

    /**
     * What a check saw.
     *
     * @param objects everything that was looked at; a breach of one of these that is not found again has healed
     * @param breaches what is wrong now
     * @param more true when further changes wait to be checked
     */
    record Findings(Set<String> objects, List<Breach> breaches, boolean more) {}
}
