package cn.zrzy.hub.draw.lottery;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;

/** 搭配签号 H("SSJ2" || seed || u8 len || subject || u8 len || inspector), 40 bits a level. One per thread. */
public final class PairMill {

    private static final int PREFIX = 36;
    private static final int LEVEL_BYTES = 5;

    private final Hash hash;
    private final byte[] message = new byte[PREFIX + 2 + 128];
    private final byte[] out = new byte[Hash.SIZE];
    private int subjectEnd = PREFIX;

    public PairMill(DrawHash choice, byte[] seed) {
        hash = Hash.of(choice);
        System.arraycopy(Bytes.utf8("SSJ2"), 0, message, 0, 4);
        System.arraycopy(seed, 0, message, 4, 32);
    }

    public PairMill subject(String id) {
        subjectEnd = put(Bytes.utf8(id), PREFIX);
        return this;
    }

    private int put(byte[] id, int at) {
        message[at] = (byte) id.length;
        System.arraycopy(id, 0, message, at + 1, id.length);
        return at + 1 + id.length;
    }

    /** @param level from 1 */
    public long cost(byte[] inspector, int level) {
        hash.digest(message, put(inspector, subjectEnd), out, 0);
        long bits = 0;
        for (int i = (level - 1) * LEVEL_BYTES; i < level * LEVEL_BYTES; i++) {
            bits = bits << 8 | out[i] & 0xff;
        }
        return bits;
    }

    public String ticket(String inspector) {
        hash.digest(message, put(Bytes.utf8(inspector), subjectEnd), out, 0);
        return Bytes.hex(out);
    }
}
