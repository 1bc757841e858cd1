package cn.zrzy.hub.registry;

import java.util.List;

/**
 * One row of a run's difference (差异行).
 *
 * @param key the subject's {@code KIND/code}, or the staff number
 * @param fields what differs, for CHANGED
 */
public record RowChange(String key, String name, Kind change, List<Field> fields) {

    /** ADDED 新增, CHANGED 变更, RETIRED 停用. */
    public enum Kind {
        ADDED,
        CHANGED,
        RETIRED
    }

    public record Field(String name, String before, String after) {}
}
