package cn.zrzy.hub.draw.canon;

import cn.zrzy.hub.kernel.CreditCode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The canonical shapes of docs/draw/bundle-format.md §1; each method names the fault or returns "". */
public final class Words {

    public static final Pattern DRAW_NO = Pattern.compile("[A-Z][A-Z0-9]{1,15}-[0-9]{4}-[0-9]{2,6}");
    private static final Pattern SUBJECT = Pattern.compile("[0-9A-Z:._-]{1,64}");
    private static final Pattern INSPECTOR = Pattern.compile("[0-9A-Z豫:._-]{1,64}");
    private static final Pattern PLAIN_18 = Pattern.compile("[0-9A-Z]{18}");
    private static final Pattern REGION = Pattern.compile("[0-9]{2,12}");
    private static final String FORBIDDEN = ",\"|+:\\";

    private Words() {}

    public static String subjectFault(String id) {
        if (id == null || !SUBJECT.matcher(id).matches()) {
            return "检查对象标识应为1–64位大写字母、数字或 : . _ -";
        }
        return PLAIN_18.matcher(id).matches() && !CreditCode.valid(id) ? "统一社会信用代码校验不通过" : "";
    }

    public static String inspectorFault(String id) {
        return id == null || !INSPECTOR.matcher(id).matches() || Bytes.utf8(id).length > 64
                ? "执法证号应为1–64字节的大写字母、数字、豫或 : . _ -"
                : "";
    }

    public static String regionFault(String region) {
        return region == null || !REGION.matcher(region).matches() ? "行政区划代码应为2–12位数字" : "";
    }

    public static String wordFault(String word) {
        if (word == null || word.isEmpty() || Bytes.utf8(word).length > 64) {
            return "代码词应为1–64字节";
        }
        if (!word.equals(word.strip())) {
            return "代码词首尾有空格";
        }
        for (int i = 0; i < word.length(); i++) {
            if (FORBIDDEN.indexOf(word.charAt(i)) >= 0) {
                return "代码词中不能有“" + word.charAt(i) + "”";
            }
        }
        return textFault(word);
    }

    public static String optionalFault(String word) {
        return "".equals(word) ? "" : wordFault(word);
    }

    public static String textFault(String text) {
        if (text == null || Bytes.utf8(text).length > 400) {
            return "文字应在400字节以内（汉字每个3字节，约133字）";
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x20 || text.charAt(i) == 0x7f) {
                return "文字中含控制字符";
            }
            if (Character.isSurrogate(text.charAt(i)) && !pairedAt(text, i)) {
                return "文字中含不成对的代理字符";
            }
        }
        int stranger = Repertoire.stranger(text);
        if (stranger >= 0) {
            return "文字中有证据包不允许的字符（U+%04X）".formatted(stranger);
        }
        return Normalizer.isNormalized(text, Normalizer.Form.NFC) ? "" : "文字不是 NFC 规范形式";
    }

    /** Reason and approver of what is published for good (作废、更正): what is wrong with them. */
    public static String approvalFault(String what, String reason, String approver) {
        if (reason.isBlank() || approver.isBlank()) {
            return what + "须写明原因和批准人";
        }
        String fault = textFault(reason);
        fault = fault.isEmpty() ? textFault(approver) : fault;
        return fault.isEmpty() ? "" : what + "的原因或批准人不合规：" + fault;
    }

    /** The refusal's code: faults of single characters have their own, everything else is the caller's. */
    public static String code(String fault, String otherwise) {
        if (fault.contains("（U+")) {
            return "E-DRAW-CHAR";
        }
        return fault.contains("NFC") ? "E-DRAW-NFC" : otherwise;
    }

    private static boolean pairedAt(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    public static String listFault(List<String> words, Function<String, String> fault) {
        for (int i = 0; i < words.size(); i++) {
            String found = fault.apply(words.get(i));
            if (!found.isEmpty()) {
                return found;
            }
            if (words.indexOf(words.get(i)) != i) {
                return "“" + words.get(i) + "”重复";
            }
        }
        return "";
    }

    public static List<String> sorted(List<String> words) {
        if (words.size() < 2) {
            return words;
        }
        List<String> sorted = new ArrayList<>(words);
        sorted.sort(Bytes.ORDER);
        return sorted;
    }
}
