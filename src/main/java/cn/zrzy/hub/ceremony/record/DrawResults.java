package cn.zrzy.hub.ceremony.record;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Draw results by name (抽取结果库). */
public interface DrawResults {

    /** As it was drawn; corrections change nothing in it. */
    Optional<DrawnResult> find(String drawNo);

    /** As it stands now, after all corrections. */
    Optional<DrawnResult> current(String drawNo);

    List<DrawnResult> ofPlan(String planNo);

    /** Results drawn in that year that still count, as they stand now, for yearly caps and prior loads; no voided ones. */
    List<DrawnResult> ofYear(int year);

    /** Every draw that was frozen for this campaign (批次), by number. */
    List<String> drawNosOf(String campaign);

    void freeze(DrawnResult frozen);

    /** The secret is open: from now on everyone may see who was drawn. */
    void opened(String drawNo, OffsetDateTime at);

    void finish(String drawNo, String seedDigest, OffsetDateTime drawnAt, List<DrawnResult.Pick> picks);
}
