package cn.zrzy.verify;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Takes the fields of one JSON value in order and refuses (E-FIELD) whatever is not as the format says. */
final class Fields {

    private final String place;
    private final Iterator<?> values;

    /** The elements of an array, which must be exactly as many. */
    Fields(Object array, int count, String place) {
        this.place = place;
        need(array instanceof List<?> list && list.size() == count);
        this.values = ((List<?>) array).iterator();
    }

    /** The values of an object, in the order of the given keys, which must be all. */
    Fields(Object object, String place, String... keys) {
        this.place = place;
        need(object instanceof Map<?, ?> map && map.keySet().equals(Set.of(keys)));
        List<Object> picked = new ArrayList<>();
        for (String key : keys) {
            picked.add(((Map<?, ?>) object).get(key));
        }
        this.values = picked.iterator();
    }

    void need(boolean holds) {
        Refused.unless(holds, "E-FIELD", place, "");
    }

    Object next() {
        return values.next();
    }

    String text() {
        Object v = next();
        need(v instanceof String);
        return (String) v;
    }

    String text(Predicate<String> fits) {
        String v = text();
        need(fits.test(v));
        return v;
    }

    String textOrEmpty(Predicate<String> fits) {
        return text(v -> v.isEmpty() || fits.test(v));
    }

    String some() {
        return text(v -> !v.isEmpty());
    }

    String shortText() {
        return text(v -> Text.bytes(v) <= 400);
    }

    String word() {
        return text(Text::isWord);
    }

    String oneOf(String... words) {
        return text(List.of(words)::contains);
    }

    String hex() {
        return text(Text::isHex);
    }

    String hexOrEmpty() {
        return textOrEmpty(Text::isHex);
    }

    long number(long low, long high) {
        Object v = next();
        need(v instanceof Long n && n >= low && n <= high);
        return (Long) v;
    }

    long number() {
        return number(0, (1L << 53) - 1);
    }

    boolean flag() {
        return number(0, 1) == 1;
    }

    /** Arrays whose rows have a fixed number of fields. */
    <T> List<T> rows(int count, Function<Fields, T> read) {
        Object v = next();
        need(v instanceof List<?>);
        List<T> out = new ArrayList<>();
        for (Object row : (List<?>) v) {
            need(row instanceof List<?>);
            out.add(read.apply(new Fields(row, count, place)));
        }
        return out;
    }

    List<String> texts(Predicate<String> fits) {
        Object v = next();
        need(v instanceof List<?>);
        List<String> out = new ArrayList<>();
        for (Object x : (List<?>) v) {
            need(x instanceof String s && fits.test(s));
            out.add((String) x);
        }
        return out;
    }

    /** Ascending by bytes, none twice. */
    List<String> set(Predicate<String> fits) {
        List<String> out = texts(fits);
        for (int i = 1; i < out.size(); i++) {
            need(Text.BY_BYTES.compare(out.get(i - 1), out.get(i)) < 0);
        }
        return out;
    }

    List<String> pair() {
        Fields pair = new Fields(next(), 2, place);
        return List.of(pair.hex(), pair.hex());
    }

    Fields object(String... keys) {
        return new Fields(next(), place, keys);
    }
}
