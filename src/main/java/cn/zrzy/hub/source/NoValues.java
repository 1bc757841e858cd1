package cn.zrzy.hub.source;

import java.nio.file.Path;

/**
 * 没有值的写法: what people and programs write where they have no value, one list for every source, as data in
 * {@code config/codes/no-values.csv}. 空 says that there is none, and is read as an empty field; 错误 hides one that somebody
 * had, and costs the row.
 */
public final class NoValues {

    /** For rows whose source has no such list: every value is one. */
    static final NoValues UNKNOWN = new NoValues(null);

    private final CodeList senses;

    private NoValues(CodeList senses) {
        this.senses = senses;
    }

    /** @param codes folder of the code lists */
    public static NoValues load(Path codes) {
        return new NoValues(CodeList.load(codes.resolve("no-values.csv")));
    }

    boolean empty(String value) {
        return is("空", value);
    }

    boolean error(String value) {
        return is("错误", value);
    }

    private boolean is(String sense, String value) {
        return senses != null
                && senses.ours(Words.code(value)).filter(sense::equals).isPresent();
    }
}
