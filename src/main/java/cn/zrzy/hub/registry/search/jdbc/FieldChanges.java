package cn.zrzy.hub.registry.search.jdbc;

import cn.zrzy.hub.registry.RowChange;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two rows as PostgreSQL writes them, field by field in Chinese (逐栏比较). */
public final class FieldChanges {

    /** Columns that an operator compares, with their Chinese names, in this order. */
    private static final Map<String, String> LABELS = labels();

    private final ObjectMapper json = new ObjectMapper();

    /** @param before null when there was none; then whatever the row says is listed */
    public List<RowChange.Field> between(String before, String after) {
        JsonNode old = read(before);
        JsonNode now = read(after);
        List<RowChange.Field> fields = new ArrayList<>();
        LABELS.forEach((column, label) -> {
            String was = text(old.path(column));
            String is = text(now.path(column));
            if (!was.equals(is)) {
                fields.add(new RowChange.Field(label, was, is));
            }
        });
        return fields;
    }

    public String name(String before, String after) {
        return read(after == null ? before : after).path("name").asText();
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
