package cn.zrzy.hub.kernel;

/**
 * Where in a delivery a fault stands (出错位置).
 *
 * @param source file name, URL or message id
 * @param line line number in the source, from 1; 0 when it has no lines
 * @param column column number, from 1; 0 when unknown
 * @param field the field's name as the source spells it; empty when the whole row is meant
 */
public record Place(String source, long line, int column, String field) {

    public static Place of(String source) {
        return new Place(source, 0, 0, "");
    }

    public static Place field(String field) {
        return new Place("", 0, 0, field);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(source);
        if (line > 0) {
            text.append(" 第").append(line).append("行");
        }
        if (column > 0) {
            text.append(" 第").append(column).append("列");
        }
        if (!field.isEmpty()) {
            text.append(" 字段“").append(field).append("”");
        }
        return text.toString().strip();
    }
}
