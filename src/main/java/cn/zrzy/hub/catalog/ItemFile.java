package cn.zrzy.hub.catalog;

import cn.zrzy.hub.kernel.Place;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** config/catalog/items.csv (清单文件): good rows as items of version 0, bad rows with line, column and reason. */
public final class ItemFile {

    static final List<String> COLUMNS = List.of(
            "事项编码", "抽查事项", "检查对象", "检查依据", "检查方式", "实施层级", "事项类别", "比例(万分之)", "比例来源", "OKU", "抽查频次", "是否涉企", "有效期起",
            "有效期止");

    private static final Pattern CODE = Pattern.compile("NRP-[0-9]{2,3}");
    private static final Pattern TARGET = Pattern.compile("[A-Z_]{3,40}(/[^;/]{1,40})?");
    private static final Set<String> LEVELS = Set.of("省", "市", "县");

    private final List<InspectionItem> items = new ArrayList<>();
    private final List<Catalog.Fault> faults = new ArrayList<>();
    private final Set<String> keptCodes = new HashSet<>();
    private boolean codeUnreadable;

    private ItemFile() {}

    public static ItemFile read(Path file) {
        ItemFile list = new ItemFile();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(file)) {
            rows.forEach(row -> list.take(row, file.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("读不到随机抽查事项清单 " + file, e);
        }
        return list;
    }

    public List<InspectionItem> items() {
        return items;
    }

    public List<Catalog.Fault> faults() {
        return faults;
    }

    /** Codes of refused rows: their present version stays. */
    public Set<String> keptCodes() {
        return keptCodes;
    }

    /** True when a refused row's code could not be read: then nobody can say which item it meant, and none is closed. */
    public boolean codeUnreadable() {
        return codeUnreadable;
    }

    /** A refusal at a column of the row at hand. */
    private static final class Refusal extends RuntimeException {
        private final transient String column;

        Refusal(String column, String message) {
            super(message);
            this.column = column;
        }
    }

    private void take(NamedCsvRecord row, String file) {
        try {
            InspectionItem item = item(row);
            boolean overlap =
                    items.stream().anyMatch(other -> other.code().equals(item.code()) && overlaps(other, item));
            if (overlap) {
                throw new Refusal("有效期起", "与同一事项的另一行有效期重叠");
            }
            items.add(item);
        } catch (Refusal refusal) {
            int column = COLUMNS.indexOf(refusal.column) + 1;
            faults.add(new Catalog.Fault(
                    new Place(file, row.getStartingLineNumber(), column, refusal.column),
                    "第" + row.getStartingLineNumber() + "行第" + column + "列“" + refusal.column + "”："
                            + refusal.getMessage()));
            String code = row.findField("事项编码").orElse("").strip();
            codeUnreadable |= !CODE.matcher(code).matches();
            keptCodes.add(code);
        }
    }

    private static boolean overlaps(InspectionItem a, InspectionItem b) {
        return (a.validTo() == null || !a.validTo().isBefore(b.validFrom()))
                && (b.validTo() == null || !b.validTo().isBefore(a.validFrom()));
    }

    private static InspectionItem item(NamedCsvRecord row) {
        if (row.getFieldCount() != COLUMNS.size()) {
            throw new Refusal("事项编码", "应有 " + COLUMNS.size() + " 列，实有 " + row.getFieldCount() + " 列");
        }
        String code = text(row, "事项编码");
        check(CODE.matcher(code).matches(), "事项编码", "应为 NRP- 加两至三位数字");
        List<String> targets = words(row, "检查对象");
        targets.forEach(target -> check(TARGET.matcher(target).matches(), "检查对象", "“" + target + "”不是对象类别"));
        List<String> levels = words(row, "实施层级");
        check(LEVELS.containsAll(levels), "实施层级", "应为省、市、县");
        LocalDate from = date(row, "有效期起");
        LocalDate to = row.getField("有效期止").isBlank() ? null : date(row, "有效期止");
        check(from != null, "有效期起", "不能为空");
        check(to == null || !to.isBefore(from), "有效期止", "早于有效期起");
        return new InspectionItem(
                code,
                text(row, "抽查事项"),
                targets,
                text(row, "检查依据"),
                words(row, "检查方式"),
                levels,
                yes(row, "事项类别", "重点", "一般"),
                ratio(row),
                text(row, "比例来源"),
                yes(row, "OKU", "是", "否"),
                text(row, "抽查频次"),
                yes(row, "是否涉企", "是", "否"),
                from,
                to,
                0);
    }

    private static OptionalInt ratio(NamedCsvRecord row) {
        String text = row.getField("比例(万分之)").strip();
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        check(text.matches("[0-9]{1,5}"), "比例(万分之)", "应为1至10000的整数，或留空");
        int ratio = Integer.parseInt(text);
        check(ratio >= 1 && ratio <= 10000, "比例(万分之)", "应为1至10000的整数，或留空");
        return OptionalInt.of(ratio);
    }

    private static boolean yes(NamedCsvRecord row, String column, String yes, String no) {
        String word = text(row, column);
        check(word.equals(yes) || word.equals(no), column, "应为" + yes + "或" + no);
        return word.equals(yes);
    }

    private static String text(NamedCsvRecord row, String column) {
        String text = row.findField(column)
                .orElseThrow(() -> new Refusal(column, "缺少此列"))
                .strip();
        check(!text.isEmpty(), column, "不能为空");
        return text;
    }

    private static List<String> words(NamedCsvRecord row, String column) {
        return Stream.of(text(row, column).split(";"))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .toList();
    }

    private static LocalDate date(NamedCsvRecord row, String column) {
        try {
            return LocalDate.parse(text(row, column));
        } catch (DateTimeParseException e) {
            throw new Refusal(column, "应为 yyyy-MM-dd 的日期");
        }
    }

    private static void check(boolean holds, String column, String message) {
        if (!holds) {
            throw new Refusal(column, message);
        }
    }
}
