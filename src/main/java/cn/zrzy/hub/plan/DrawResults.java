package cn.zrzy.hub.plan;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Draw results by name (抽取结果库). */
public interface DrawResults {

    Optional<DrawnResult> find(String drawNo);

    List<DrawnResult> ofPlan(String planNo);

    /** Drawn results of plans of that year, for yearly caps and prior loads. */
    List<DrawnResult> ofYear(int year);

    /** Every draw that was frozen for this campaign (批次), by number. */
    List<String> drawNosOf(String campaign);

    void freeze(DrawnResult frozen);

    /** The secret is open: from now on everyone may see who was drawn. */
    void opened(String drawNo);

    void finish(String drawNo, String seedDigest, OffsetDateTime drawnAt, List<DrawnResult.Pick> picks);
}
