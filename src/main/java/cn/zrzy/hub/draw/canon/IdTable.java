package cn.zrzy.hub.draw.canon;

import java.util.List;

/** Ids side by side in one byte array, so that ten million of them are two arrays and not ten million objects. */
public final class IdTable {

    public final byte[] bytes;
    public final int[] start;

    /** @param start offset of each id and one past the last */
    public IdTable(byte[] bytes, int[] start) {
        this.bytes = bytes;
        this.start = start;
    }

    public static IdTable of(List<String> ids) {
        int[] start = new int[ids.size() + 1];
        byte[] bytes = Bytes.utf8(String.join("", ids));
        for (int i = 0; i < ids.size(); i++) {
            start[i + 1] = start[i] + ids.get(i).length();
        }
        if (start[ids.size()] != bytes.length) {
            throw new IllegalArgumentException("subject ids are ASCII");
        }
        return new IdTable(bytes, start);
    }

    public int size() {
        return start.length - 1;
    }
}
