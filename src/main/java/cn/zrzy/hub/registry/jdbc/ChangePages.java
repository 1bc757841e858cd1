package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.registry.RowChange;
import cn.zrzy.hub.registry.SyncRun;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The difference page (差异): old and new of each planned change, before and after it became live. */
@Repository
class ChangePages {

    /** Columns that an operator compares, with their Chinese names, in this order. */
    private static final Map<String, String> LABELS = labels();

    private static final String PENDING = """
            select p.key, p.change, to_jsonb(l) as before, to_jsonb(s) as after
            from registry.planned_change p
            left join $versions l on l.key = p.key and l.until is null and not l.retired
            left join $staged s on s.run_id = p.run_id and s.key = p.key
            where p.run_id = :run and (cast(:change as text) is null or p.change = :change)
            order by p.change, p.key offset :offset limit :limit""";

    private static final String LIVE = """
            select p.key, p.change, to_jsonb(o) as before, to_jsonb(n) as after
            from registry.planned_change p
            left join $versions n on n.key = p.key and n.run_id = p.run_id
            left join $versions o on o.key = p.key and o.version = n.version - 1
            where p.run_id = :run and (cast(:change as text) is null or p.change = :change)
            order by p.change, p.key offset :offset limit :limit""";

    private final JdbcClient jdbc;
    private final ObjectMapper json = new ObjectMapper();

    ChangePages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RowChange> page(SyncRun run, ShelfTables tables, RowChange.Kind changeOrNull, int offset, int limit) {
        return jdbc.sql(tables.sql(run.state() == SyncRun.State.APPLIED ? LIVE : PENDING))
                .param("run", run.runId())
                .param("change", changeOrNull == null ? null : changeOrNull.name())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, i) -> {
                    RowChange.Kind change = RowChange.Kind.valueOf(row.getString("change"));
                    JsonNode before = read(row.getString("before"));
                    JsonNode after = read(row.getString("after"));
                    String name =
                            (after.has("name") ? after : before).path("name").asText();
                    return new RowChange(
                            row.getString("key"),
                            name,
                            change,
                            change == RowChange.Kind.CHANGED ? fields(before, after) : List.of());
                })
                .list();
    }

    private static List<RowChange.Field> fields(JsonNode before, JsonNode after) {
        List<RowChange.Field> fields = new ArrayList<>();
        LABELS.forEach((column, label) -> {
            if (!before.path(column).equals(after.path(column))) {
                fields.add(new RowChange.Field(label, text(before.path(column)), text(after.path(column))));
            }
        });
        return fields;
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }

    private JsonNode read(String text) {
        try {
            return text == null ? json.createObjectNode() : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL wrote this JSON", e);
        }
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("name", "名称");
        labels.put("holder_name", "权利人");
        labels.put("holder_code", "统一社会信用代码");
        labels.put("region", "行政区划");
        labels.put("tags", "标签");
        labels.put("credit", "信用等级");
        labels.put("status", "状态");
        labels.put("obstacle", "不可抽取原因");
        labels.put("valid_to", "有效期至");
        labels.put("details", "明细");
        labels.put("unit", "单位");
        labels.put("unit_code", "单位代码");
        labels.put("department", "科室");
        labels.put("post_kind", "岗位大类");
        labels.put("card_no", "执法证号");
        labels.put("card_valid_to", "执法证有效期");
        labels.put("fields", "执法领域");
        labels.put("specialties", "专长");
        labels.put("regions", "执法区域");
        labels.put("leader", "组长资格");
        labels.put("duty", "在岗状态");
        labels.put("masked_id", "身份证号");
        return labels;
    }
}
