package cn.zrzy.hub.delivery;

import cn.zrzy.hub.kernel.Breach;
import cn.zrzy.hub.kernel.search.Sought;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What operators see of the ledger (报送查询); reads only. */
public interface DispatchDesk {

    /**
     * @param state null for every state
     * @param partner null or empty for every partner
     * @param causeCode null or empty for every cause
     */
    record Filter(DispatchState state, String partner, String causeCode) {
        public static final Filter ALL = new Filter(null, null, null);
    }

    /**
     * @param total all that fit; what is open is counted exactly, history only up to {@link #COUNTED}
     * @param page from 1
     */
    record Page(List<DispatchSummary> rows, long total, int page, int size) {

        /** So many of a longer history are counted and paged through; beyond that one searches. */
        public static final int COUNTED = 10_000;

        public boolean isCut() {
            return total > COUNTED;
        }
    }

    /** Parked dispatches with one cause are one problem (同因分组). */
    record CauseGroup(
            String partner, String causeCode, String cause, String owner, long count, OffsetDateTime firstAt) {}

    /** Newest first. */
    Page page(Filter filter, int page, int size);

    /**
     * By a beginning or fragment of a business key, a receipt number, or of what the fact was about: task, draw, decision,
     * object, credit code, firm; by the beginning of a dispatch number, idempotency key or trace. What fits in full comes
     * first, then the newest.
     *
     * @param filter what else must be so of it
     */
    List<DispatchSummary> search(Sought sought, Filter filter);

    default List<DispatchSummary> search(String text) {
        return search(Sought.words(text, FOUND), Filter.ALL);
    }

    int FOUND = 100;

    Optional<DispatchFile> one(String dispatch);

    /** These very ones, oldest first. */
    List<DispatchSummary> these(Collection<String> dispatches);

    /** Every dispatch that came of one business key, one per addressee (按业务号). */
    List<DispatchSummary> ofKey(String key);

    /** One line per partner that was ever owed something. */
    List<PartnerLoad> loads();

    /** What is not getting through, a line for each addressee and cause; the oldest first. */
    List<Standstill> standstills();

    /** One line per route that was owed something that is open or was confirmed in the last 24 hours. */
    List<RouteTally> tallies();

    /** Largest group first. */
    List<CauseGroup> parkedByCause();

    /**
     * Rows of the views I1, I3, I5 and I7; empty when all is well. Goes through the whole history, for acceptance and soak;
     * a running hub checks what changed ({@link cn.zrzy.hub.kernel.SelfCheck}) and its pages read the verdict.
     */
    List<Breach> breaches();
}
