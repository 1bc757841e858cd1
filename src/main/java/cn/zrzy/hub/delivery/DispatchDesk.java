package cn.zrzy.hub.delivery;

import cn.zrzy.hub.kernel.Breach;
import java.time.OffsetDateTime;
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

    /**
     * What has an unknown outcome (结果未知).
     *
     * @param oldestAt when the oldest of it was owed; null when there is none
     */
    record Doubt(long count, OffsetDateTime oldestAt) {}

    /** Parked dispatches with one cause are one problem (同因分组). */
    record CauseGroup(
            String partner, String causeCode, String cause, String owner, long count, OffsetDateTime firstAt) {}

    /** Newest first. */
    Page page(Filter filter, int page, int size);

    /** By dispatch number, business key, idempotency key, order key, receipt number or trace; at most 100, newest first. */
    List<DispatchSummary> search(String text);

    Optional<DispatchFile> one(String dispatch);

    /** Every dispatch that came of one business key, one per addressee (按业务号). */
    List<DispatchSummary> ofKey(String key);

    /** One line per partner that was ever owed something. */
    List<PartnerLoad> loads();

    Doubt doubtful();

    /** Largest group first. */
    List<CauseGroup> parkedByCause();

    /**
     * Rows of the views I1, I3, I5 and I7; empty when all is well. Goes through the whole history, for acceptance and soak;
     * a running hub checks what changed ({@link cn.zrzy.hub.kernel.SelfCheck}) and its pages read the verdict.
     */
    List<Breach> breaches();
}
