package cn.zrzy.hub.source.hr;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.source.FieldNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the file's named columns stand (列位). A column without a name is none of ours: Excel adds such ones when it saves a
 * file again, and they may be empty in one row and not be there at all in the next.
 *
 * @param at name → column from 1
 * @param width column of the last name; what stands behind it must be empty
 */
record Columns(Map<String, Integer> at, int width) {

    /** @throws Rejected E-FEED-HEADER when a column is missing or two have one name */
    static Columns of(List<String> header, String file) {
        Map<String, Integer> at = new HashMap<>();
        int width = 0;
        for (int i = 0; i < header.size(); i++) {
            String name = FieldNames.column(header.get(i));
            if (name.isEmpty()) {
                continue;
            }
            width = i + 1;
            if (at.put(name, width) != null) {
                throw new Rejected("E-FEED-HEADER", "表头有两列都叫“" + name + "”，分不清用哪一列", new Place(file, 1, width, name));
            }
        }
        for (String name : InspectorRecords.FIELDS) {
            if (!at.containsKey(name)) {
                throw new Rejected("E-FEED-HEADER", "表头缺少“" + name + "”列，来源可能换了格式或编码", new Place(file, 1, 0, name));
            }
        }
        return new Columns(at, width);
    }

    /** @throws Rejected E-ROW-COLUMNS when cells are missing, or stand behind the last named column */
    void require(List<String> cells, String file, long line) {
        boolean tooMany = cells.stream()
                .skip(width)
                .anyMatch(cell -> !FieldNames.column(cell).isEmpty());
        if (cells.size() < width || tooMany) {
            throw new Rejected(
                    "E-ROW-COLUMNS",
                    "应有 " + width + " 列，实有 " + cells.size() + " 列，可能错列",
                    new Place(file, line, Math.min(cells.size(), width), ""));
        }
    }

    /** @return name → cell; empty where the row has no such cell */
    Map<String, String> values(List<String> cells) {
        Map<String, String> values = new HashMap<>();
        at.forEach((name, column) -> values.put(name, column <= cells.size() ? cells.get(column - 1) : ""));
        return values;
    }
}
