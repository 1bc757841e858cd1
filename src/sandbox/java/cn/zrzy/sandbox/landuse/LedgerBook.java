package cn.zrzy.sandbox.landuse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** 台账工作簿: a merged title, a header in the second row, then the rights. */
final class LedgerBook {

    private static final String[] COLUMNS = {
        "序号", "许可证号", "矿业权人", "统一社会信用代码", "矿山名称", "权种", "矿种", "面积(平方公里)", "有效期起", "有效期止", "行政区划代码", "矿山分级", "状态"
    };

    private LedgerBook() {}

    static byte[] write(List<Map<String, Object>> rows, LocalDate date, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "sandbox", "1.0")) {
            Worksheet sheet = book.newWorksheet("矿业权台账");
            sheet.value(0, 0, "许昌市矿业权登记台账（截至" + date + "）");
            sheet.range(0, 0, 0, COLUMNS.length - 1).merge();
            for (int column = 0; column < COLUMNS.length; column++) {
                sheet.value(1, column, COLUMNS[column]);
            }
            for (int i = 0; i < rows.size() * times; i++) {
                fill(sheet, i + 2, i + 1, rows.get(i / times));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void fill(Worksheet sheet, int line, int serial, Map<String, Object> row) {
        sheet.value(line, 0, serial);
        for (int column = 1; column < COLUMNS.length; column++) {
            Object value = row.get(COLUMNS[column]);
            if (value instanceof LocalDate date) {
                sheet.value(line, column, date);
                sheet.style(line, column).format("yyyy-mm-dd").set();
            } else if (value instanceof BigDecimal number) {
                sheet.value(line, column, number);
            } else if (value != null) {
                sheet.value(line, column, value.toString());
            }
        }
    }
}
