package cn.zrzy.hub.console.audit;

import cn.zrzy.hub.audit.AuditEntry;
import cn.zrzy.hub.console.Times;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An Excel sheet that goes out as it is made (电子表格). Every cell is text: whatever it begins with, it is no formula (OWASP, CSV
 * injection).
 */
final class Sheet implements AutoCloseable {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** So many rows are kept before they go out. */
    private static final int KEPT = 1_000;

    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    Sheet(HttpServletResponse response, String file, String title) throws IOException {
        response.setContentType(TYPE);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + ".xlsx\"");
        book = new Workbook(response.getOutputStream(), "double-random-hub", "1.0");
        sheet = book.newWorksheet(title);
    }

    void heading(String... words) {
        for (int column = 0; column < words.length; column++) {
            sheet.style(row, column).bold().set();
        }
        row(List.of(words));
    }

    void row(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
        row++;
        if (row % KEPT == 0) {
            flush();
        }
    }

    /** Where the chain of the trail stood when the sheet was made: kept with it, the sheet proves the trail later. */
    void chainHead(AuditEntry last, Times times) {
        row(List.of("审计链头", times.full(last.at()), "第 " + last.seq() + " 条", last.hash()));
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
