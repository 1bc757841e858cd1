package cn.zrzy.sandbox.data;

import java.time.LocalDate;
import java.util.List;

/** 脏数据: which rows are spoilt and by which rule, one row in two hundred, the rules in turn. */
public final class Dirt {

    private static final int EVERY = 200;

    private Dirt() {}

    static boolean hits(int row) {
        return row % EVERY == 77;
    }

    /** The rule that spoils this row, or an empty string. */
    public static String rule(int row, List<String> rules) {
        return hits(row) ? rules.get(row / EVERY % rules.size()) : "";
    }

    /** 123 as １２３. */
    public static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c >= '0' && c <= '9' ? c - '0' + '０' : c)));
        return wide.toString();
    }

    /** The code with another last character than its check asks for. */
    public static String breakCheck(String code) {
        char last = code.charAt(code.length() - 1);
        return code.substring(0, code.length() - 1) + (last == '7' ? '4' : '7');
    }

    /** 2024.1.5, 2024年1月5日 or the number Excel shows for a date it was not told to format. */
    public static String dateStyle(LocalDate date, int style) {
        return switch (style % 3) {
            case 0 -> date.getYear() + "." + date.getMonthValue() + "." + date.getDayOfMonth();
            case 1 -> date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
            default -> String.valueOf(date.toEpochDay() + 25569);
        };
    }
}
