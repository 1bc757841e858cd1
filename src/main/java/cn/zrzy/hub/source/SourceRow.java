package cn.zrzy.hub.source;

import cn.zrzy.hub.kernel.CitizenId;
import cn.zrzy.hub.kernel.CreditCode;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One foreign record (来源行) with its place; each reading method gives the value in our form or refuses the row with the
 * rule's code, the field and the column.
 *
 * @param number running number within the run, from 1
 * @param values field → value as it came
 * @param columns field → column from 1; for JSON the field's place in its row
 * @param original the row's bytes for the quarantine
 * @param broken field → what its own format forbids in it (JSON); the row is refused for it
 * @param unsaid what is written where there is no value
 */
public record SourceRow(
        String source,
        long line,
        long number,
        Map<String, String> values,
        Map<String, Integer> columns,
        byte[] original,
        Map<String, String> broken,
        NoValues unsaid) {

    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](\\.[0-9]+)?E\\+?[0-9]+");

    /** As people and RFC 8259 §6 write them: 0.005 is 5E-3. The bounds keep 1E999999999 from being computed with. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,40})?(E[+-]?[0-9]{1,2})?");

    private static final BigDecimal MOST_AREA = new BigDecimal("1E12");

    public SourceRow(
            String source,
            long line,
            long number,
            Map<String, String> values,
            Map<String, Integer> columns,
            byte[] original) {
        this(source, line, number, values, columns, original, Map.of());
    }

    public SourceRow(
            String source,
            long line,
            long number,
            Map<String, String> values,
            Map<String, Integer> columns,
            byte[] original,
            Map<String, String> broken) {
        this(source, line, number, values, columns, original, broken, NoValues.UNKNOWN);
    }

    /** The same row, read by one who knows what stands for no value. */
    public SourceRow reading(NoValues list) {
        return new SourceRow(source, line, number, values, columns, original, broken, list);
    }

    /** The value that a refusal is about, masked where it is personal; empty when there is none. */
    public String shown(String field) {
        return ShownValue.of(field, values.get(field));
    }

    private String written(String field) {
        String value = values.get(field);
        if (unsaid.error(value)) {
            throw fault(
                    "E-FIELD-ERROR",
                    field,
                    FieldNames.of(field) + "是错误值 " + Words.shortened(Words.code(value)) + "，看不出原来的值，请来源改正后重发");
        }
        return unsaid.empty(value) ? "" : value;
    }

    /** @return the refusal, at this field's place */
    public Rejected fault(String rule, String field, String message) {
        return new Rejected(rule, message, new Place(source, line, columns.getOrDefault(field, 0), field));
    }

    /**
     * Refuses a value that no text column and no page can hold (不可存的字符): NUL and other control characters but tab and line
     * ends, lone surrogates; and one that its own format forbids. One such value costs its row and nothing more.
     *
     * @throws Rejected E-FIELD-CONTROL or E-FIELD-JSON with the field
     */
    public SourceRow requireStorable() {
        broken.forEach((field, fault) -> {
            throw fault("E-FIELD-JSON", field, FieldNames.of(field) + fault);
        });
        values.forEach((field, value) -> {
            int at = Words.unstorable(value);
            if (at >= 0) {
                throw fault(
                        "E-FIELD-CONTROL",
                        field,
                        FieldNames.of(field) + "第 " + (at + 1) + " 个字符是不可显示的字符（U+"
                                + "%04X".formatted((int) value.charAt(at)) + "）");
            }
        });
        return this;
    }

    public String optional(String field) {
        return Words.text(written(field));
    }

    public String text(String field) {
        String text = optional(field);
        if (text.isEmpty()) {
            throw fault("E-FIELD-MISSING", field, FieldNames.of(field) + "为空");
        }
        if (text.length() > 300) {
            throw fault("E-FIELD-LONG", field, FieldNames.of(field) + "超过300字");
        }
        if (text.indexOf('\ufffd') >= 0) {
            throw fault("E-FIELD-GARBLED", field, FieldNames.of(field) + "含有乱码");
        }
        return text;
    }

    /** The field as a code, to know the row by although it is refused: in the form that good rows have, never a refusal. */
    public String key(String field) {
        return Words.code(values.get(field));
    }

    public String code(String field) {
        String code = Words.code(written(field));
        if (SCIENTIFIC.matcher(code).matches()) {
            throw fault("E-NUM-PRECISION", field, FieldNames.of(field) + "已被表格软件改成科学计数，末位丢失，须由来源按文本重发");
        }
        return code;
    }

    public String code(String field, Pattern shape, String rule, String rightShape) {
        String code = code(field);
        if (code.isEmpty()) {
            throw fault("E-FIELD-MISSING", field, FieldNames.of(field) + "为空");
        }
        if (!shape.matcher(code).matches()) {
            throw fault(rule, field, FieldNames.of(field) + "应为" + rightShape);
        }
        return code;
    }

    public String creditCode(String field) {
        String code = code(field);
        if (code.isEmpty()) {
            throw fault("E-USCC-MISSING", field, "统一社会信用代码缺失，无法确认主体身份");
        }
        try {
            return new CreditCode(code).value();
        } catch (Rejected e) {
            throw fault("E-USCC", field, e.getMessage());
        }
    }

    public String citizenId(String field) {
        String code = code(field);
        if (code.matches("[0-9]{15}")) {
            throw fault("E-CITIZEN-ID-15", field, "身份证号为15位旧号，须由来源单位升位");
        }
        try {
            return new CitizenId(code).value();
        } catch (Rejected e) {
            throw fault("E-CITIZEN-ID", field, e.getMessage());
        }
    }

    /** @return null for empty and for 长期 */
    public LocalDate optionalDate(String field) {
        String code = code(field);
        if (code.isEmpty() || code.equals("长期")) {
            return null;
        }
        return SourceDates.parse(written(field))
                .orElseThrow(() -> fault("E-DATE", field, FieldNames.of(field) + "不是有效日期"));
    }

    public LocalDate date(String field) {
        LocalDate date = optionalDate(field);
        if (date == null) {
            throw fault("E-FIELD-MISSING", field, FieldNames.of(field) + "为空");
        }
        return date;
    }

    public String oneOf(String field, List<String> words) {
        String word = optional(field);
        if (!words.contains(word)) {
            throw fault("E-WORD", field, FieldNames.of(field) + "应为" + String.join("、", words) + "之一");
        }
        return word;
    }

    public String mapped(String field, CodeList list, String rule) {
        String theirs = Words.code(written(field));
        return list.ours(theirs)
                .or(() -> list.ours(optional(field)))
                .orElseThrow(
                        () -> fault(rule, field, FieldNames.of(field) + "“" + Words.shortened(theirs) + "”不在代码对照表中"));
    }

    /** Words joined by {@code ;}; the full-width ； is the same. */
    public List<String> words(String field) {
        return Stream.of(optional(field).split("[;；]"))
                .map(Words::text)
                .filter(word -> !word.isEmpty() && !unsaid.empty(word))
                .toList();
    }

    /** Area in m², two decimals. @param unit 公顷, 亩, 平方米 or 平方公里 */
    public BigDecimal squareMetres(String field, String unit, String unitField) {
        String code = Words.code(written(field));
        if (!NUMBER.matcher(code).matches()) {
            throw fault("E-AREA", field, FieldNames.of(field) + "不是正数");
        }
        BigDecimal value = new BigDecimal(code);
        if (value.signum() == 0) {
            throw fault("E-AREA", field, FieldNames.of(field) + "为零");
        }
        if (value.compareTo(MOST_AREA) >= 0) {
            throw fault("E-AREA", field, FieldNames.of(field) + "大得不可能");
        }
        BigDecimal metres = switch (unit) {
            case "平方米", "㎡", "M2" -> value;
            case "公顷" -> value.movePointRight(4);
            case "平方公里" -> value.movePointRight(6);
            case "亩" -> value.multiply(BigDecimal.valueOf(2000)).divide(BigDecimal.valueOf(3), 2, RoundingMode.HALF_UP);
            default -> throw fault("E-AREA-UNIT", unitField, "面积单位不认识");
        };
        return metres.setScale(2, RoundingMode.HALF_UP);
    }
}
