package cn.zrzy.hub.source;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A source's code list (代码对照表): their code → ours, as data in {@code config/codes/<agency>-<list>.csv} with the columns
 * {@code theirs,ours,note}. Old codes stand there too: 411023 became 411003.
 */
public final class CodeList {

    private final Map<String, String> ours;

    private CodeList(Map<String, String> ours) {
        this.ours = ours;
    }

    public static CodeList load(Path file) {
        Map<String, String> codes = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                codes.put(row.getField("theirs"), row.getField("ours"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("读不到代码对照表 " + file, e);
        }
        return new CodeList(codes);
    }

    public Optional<String> ours(String theirs) {
        return Optional.ofNullable(ours.get(theirs));
    }
}
