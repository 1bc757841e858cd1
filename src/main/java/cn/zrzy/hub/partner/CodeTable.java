package cn.zrzy.hub.partner;

import cn.zrzy.hub.kernel.Rejected;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One list of config/codes (代码表): first column the key, second its value, a header line, {@code #} comments. Looked up
 * by whole token only, since replacing substrings once turned 10 into 不配合0.
 */
public final class CodeTable {

    private final String name;
    private final Map<String, String> values;

    CodeTable(String name, Map<String, String> values) {
        this.name = name;
        this.values = values;
    }

    static CodeTable read(Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofCsvRecord(file)) {
            boolean header = true;
            for (CsvRecord line : csv) {
                if (!header && line.getFieldCount() >= 2) {
                    values.put(line.getField(0).strip(), line.getField(1).strip());
                }
                header = false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("代码表 " + file + " 读不出来", e);
        }
        return new CodeTable(file.getFileName().toString(), values);
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** @throws Rejected E-CODE when the list has no such key; a human adds the line and makes the dispatch due */
    public String theirs(String key) {
        return find(key).orElseThrow(() -> new Rejected("E-CODE", "代码表 " + name + " 没有 " + key + " 的对应代码，请补齐后重报"));
    }
}
