package cn.zrzy.hub.kernel.search;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody looks for (检索词): a beginning or fragment of any number, code or name.
 *
 * @param words as the rooms keep what can be looked for ({@link #plain}); empty when only codes are asked for
 * @param like the words as a pattern of SQL's LIKE; null when there are none
 * @param codes objects whose rows are wanted whole, whatever the words
 * @param sealed draws that this reader must learn nothing of (不预告检查, not opened yet)
 * @param most so many are wanted at most
 */
public record Sought(String words, String like, List<String> codes, List<String> sealed, int most) {

    /**
     * So many rows with a fragment are looked at; who fits more should type more. It bounds what one look costs, however long
     * the history is.
     */
    private static final int SCANNED = 2_000;

    /** A fragment below that has no group of three by which an index could find it. */
    private static final int SHORTEST_FRAGMENT = 3;

    public static Sought words(String typed, int most) {
        String words = plain(typed);
        return new Sought(words, pattern(words), List.of(), List.of(), most);
    }

    public static Sought codes(Collection<String> codes, int most) {
        return new Sought("", null, List.copyOf(codes), List.of(), most);
    }

    /** And of these objects. */
    public Sought and(Collection<String> objects) {
        return new Sought(words, like, List.copyOf(objects), sealed, most);
    }

    public Sought hiding(Collection<String> draws) {
        return new Sought(words, like, codes, List.copyOf(draws), most);
    }

    /** What a room with a long history is asked: too short a fragment would have it read through, so only what begins so. */
    public Sought inHistory() {
        boolean isFragment = words.codePointCount(0, words.length()) >= SHORTEST_FRAGMENT;
        return isFragment || like == null ? this : new Sought(words, like.substring(1), codes, sealed, most);
    }

    /** By name, as a statement takes them. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(); // no pattern is null
        parameters.put("words", words);
        parameters.put("like", like);
        parameters.put("codes", codes.toArray(String[]::new));
        parameters.put("sealed", sealed.toArray(String[]::new));
        parameters.put("most", most);
        parameters.put("scanned", SCANNED);
        return parameters;
    }

    /** In half width, in capitals, without blanks around: 全角、小写写法不影响. */
    public static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    private static String pattern(String words) {
        if (words.isEmpty()) {
            return null;
        }
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
