package cn.zrzy.sandbox.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** 报文字段定义: the part of JSON Schema that the agencies' schema files use, with faults named by place. */
public final class Schema {

    private final JsonNode root;

    private Schema(JsonNode root) {
        this.root = root;
    }

    /** @param name such as {@code province/plans} */
    public static Schema load(String name) {
        try (InputStream in = Schema.class.getResourceAsStream("/" + name + ".schema.json")) {
            return new Schema(Json.MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Fault> check(JsonNode message) {
        List<Fault> faults = new ArrayList<>();
        check(root, message, "", faults);
        return faults;
    }

    private static void check(JsonNode rule, JsonNode value, String path, List<Fault> faults) {
        switch (rule.path("type").asText()) {
            case "object" -> object(rule, value, path, faults);
            case "array" -> array(rule, value, path, faults);
            case "string" -> string(rule, value, path, faults);
            case "integer" -> integer(rule, value, path, faults);
            default -> expect(value.isBoolean(), Fault.Kind.TYPE, path, "应为 true 或 false", faults);
        }
    }

    private static void object(JsonNode rule, JsonNode value, String path, List<Fault> faults) {
        if (!expect(value.isObject(), Fault.Kind.TYPE, path, "应为对象", faults)) {
            return;
        }
        String prefix = path.isEmpty() ? "" : path + ".";
        for (JsonNode name : rule.path("required")) {
            expect(value.has(name.asText()), Fault.Kind.MISSING, prefix + name.asText(), "必填字段缺失", faults);
        }
        value.fields().forEachRemaining(field -> {
            JsonNode inner = rule.path("properties").path(field.getKey());
            if (expect(!inner.isMissingNode(), Fault.Kind.EXTRA, prefix + field.getKey(), "多余字段", faults)) {
                check(inner, field.getValue(), prefix + field.getKey(), faults);
            }
        });
    }

    private static void array(JsonNode rule, JsonNode value, String path, List<Fault> faults) {
        if (!expect(value.isArray(), Fault.Kind.TYPE, path, "应为数组", faults)) {
            return;
        }
        int least = rule.path("minItems").asInt(0);
        expect(value.size() >= least, Fault.Kind.FEW, path, "至少 " + least + " 项，实为 " + value.size() + " 项", faults);
        for (int i = 0; i < value.size(); i++) {
            check(rule.path("items"), value.get(i), path + "[" + i + "]", faults);
        }
    }

    private static void string(JsonNode rule, JsonNode value, String path, List<Fault> faults) {
        if (!expect(value.isTextual(), Fault.Kind.TYPE, path, "应为字符串", faults)) {
            return;
        }
        String text = value.asText();
        int length = text.codePointCount(0, text.length());
        int least = rule.path("minLength").asInt(0);
        int most = rule.path("maxLength").asInt(Integer.MAX_VALUE);
        expect(
                length >= least && length <= most,
                Fault.Kind.LENGTH,
                path,
                "长度应为 " + least + "–" + most + "，实为 " + length,
                faults);
        if (rule.has("enum")) {
            boolean known = false;
            for (JsonNode word : rule.get("enum")) {
                known |= word.asText().equals(text);
            }
            expect(known, Fault.Kind.CODE, path, "“" + text + "”不在代码表内", faults);
        }
        if (rule.has("pattern")) {
            boolean fits =
                    Pattern.compile(rule.get("pattern").asText()).matcher(text).find();
            expect(fits, Fault.Kind.FORMAT, path, "格式不对", faults);
        }
        if (rule.has("format")) {
            expect(time(rule.get("format").asText(), text), Fault.Kind.FORMAT, path, "日期格式不对或不存在", faults);
        }
    }

    private static boolean time(String format, String text) {
        try {
            if (format.equals("date")) {
                return LocalDate.parse(text) != null;
            }
            return OffsetDateTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void integer(JsonNode rule, JsonNode value, String path, List<Fault> faults) {
        if (!expect(value.isIntegralNumber(), Fault.Kind.TYPE, path, "应为整数", faults)) {
            return;
        }
        long number = value.asLong();
        boolean within = number >= rule.path("minimum").asLong(Long.MIN_VALUE)
                && number <= rule.path("maximum").asLong(Long.MAX_VALUE);
        expect(within, Fault.Kind.LENGTH, path, "数值 " + number + " 越界", faults);
    }

    private static boolean expect(boolean holds, Fault.Kind kind, String path, String what, List<Fault> faults) {
        if (!holds) {
            faults.add(new Fault(kind, path.isEmpty() ? "(报文)" : path, what));
        }
        return holds;
    }
}
