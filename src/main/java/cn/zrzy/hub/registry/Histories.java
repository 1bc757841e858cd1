package cn.zrzy.hub.registry;

import java.time.OffsetDateTime;
import java.util.List;

/** What changed when, and by which run (版本沿革); of retired ones too. */
public interface Histories {

    /**
     * One version beside the one before it.
     *
     * @param key {@code KIND/code}, or the staff number
     * @param change ADDED for the first
     * @param fields what the version before said otherwise; of the first, what it says
     */
    record Version(
            String key,
            int version,
            String runId,
            OffsetDateTime since,
            RowChange.Kind change,
            List<RowChange.Field> fields) {}

    /** Newest first. */
    List<Version> ofSubject(String code);

    /** Newest first. */
    List<Version> ofInspector(String staffNo);
}
