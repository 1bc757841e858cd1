package cn.zrzy.sandbox.hr;

import cn.zrzy.sandbox.data.FeedDays;
import cn.zrzy.sandbox.data.Life;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** 名录文件: the list of one date as bytes, in GB18030 with CRLF. */
final class StaffFile {

    /** Stands for bytes that are no GB18030; it never occurs in a name. */
    static final String GARBAGE = "\uE000";

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] BROKEN = {(byte) 0xFF, (byte) 0x81};

    private final FeedDays days;

    StaffFile(int size) {
        // About one person in a hundred changes in a day, and now and then someone is hired.
        days = new FeedDays("hr", size, new Life.Pace(10, 3));
    }

    /** Data rows as bytes, without the header. */
    List<byte[]> rows(LocalDate date) {
        List<byte[]> rows = new ArrayList<>();
        for (int number : days.present(date)) {
            rows.add(bytes(Staff.row(number, days.life(number, date))));
        }
        return rows;
    }

    static byte[] header() {
        return (Staff.HEADER + "\r\n").getBytes(GB18030);
    }

    private static byte[] bytes(List<String> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String line = String.join(",", values.stream().map(StaffFile::quoted).toList()) + "\r\n";
        int broken = line.indexOf(GARBAGE);
        out.writeBytes(line.substring(0, Math.max(broken, 0)).getBytes(GB18030));
        if (broken >= 0) {
            out.writeBytes(BROKEN);
        }
        out.writeBytes(line.substring(broken + 1).getBytes(GB18030));
        return out.toByteArray();
    }

    private static String quoted(String value) {
        return value.matches("(?s).*[,\"\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    Map<String, Integer> bad(LocalDate date) {
        Map<String, Integer> bad = new TreeMap<>();
        Staff.RULES.forEach(rule -> bad.put(rule, 0));
        for (int number : days.present(date)) {
            if (!Staff.rule(number).isEmpty()) {
                bad.merge(Staff.rule(number), 1, Integer::sum);
            }
        }
        return bad;
    }

    int count(LocalDate date) {
        return days.present(date).length;
    }
}
