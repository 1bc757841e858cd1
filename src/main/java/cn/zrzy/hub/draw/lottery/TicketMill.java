package cn.zrzy.hub.draw.lottery;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import cn.zrzy.hub.draw.canon.Sm3;

/**
 * 抽签号 H("SSJ1" || seed || u8 len || id). An 18-character id makes exactly 55 bytes, one compression block under either
 * hash. Keeps scratch space: one per thread.
 */
public final class TicketMill {

    private static final int PREFIX = 36;
    private static final int ONE_BLOCK = 55;

    private final Hash hash;
    private final boolean sm3;
    private final byte[] message = new byte[PREFIX + 1 + 255 + 1];
    private final byte[] out = new byte[Hash.SIZE];
    private final int[] prefix = new int[9];
    private final int[] w = new int[68];
    private final int[] state = new int[8];

    public TicketMill(DrawHash choice, byte[] seed) {
        hash = Hash.of(choice);
        sm3 = choice == DrawHash.SM3;
        System.arraycopy(Bytes.utf8("SSJ1"), 0, message, 0, 4);
        System.arraycopy(seed, 0, message, 4, 32);
        for (int i = 0; i < 9; i++) {
            prefix[i] = word(i * 4);
        }
    }

    /** The first 64 bits, enough to tell all but the rarest pair of tickets apart. */
    public long first(byte[] ids, int from, int to) {
        int length = fill(ids, from, to);
        if (sm3 && length <= ONE_BLOCK) {
            return firstSm3(length);
        }
        hash.digest(message, length, out, 0);
        return (long) (out[0] << 24 | (out[1] & 0xff) << 16 | (out[2] & 0xff) << 8 | out[3] & 0xff) << 32
                | (out[4] << 24 | (out[5] & 0xff) << 16 | (out[6] & 0xff) << 8 | out[7] & 0xff) & 0xffffffffL;
    }

    /** The whole ticket, 32 bytes. */
    public byte[] ticket(byte[] ids, int from, int to) {
        int length = fill(ids, from, to);
        byte[] ticket = new byte[Hash.SIZE];
        hash.digest(message, length, ticket, 0);
        return ticket;
    }

    public byte[] ticket(String id) {
        byte[] bytes = Bytes.utf8(id);
        return ticket(bytes, 0, bytes.length);
    }

    private int fill(byte[] ids, int from, int to) {
        int length = to - from;
        message[PREFIX] = (byte) length;
        System.arraycopy(ids, from, message, PREFIX + 1, length);
        return PREFIX + 1 + length;
    }

    private long firstSm3(int length) {
        message[length] = (byte) 0x80;
        for (int i = length + 1; i < 56; i++) {
            message[i] = 0;
        }
        System.arraycopy(prefix, 0, w, 0, 9);
        for (int i = 9; i < 14; i++) {
            w[i] = word(i * 4);
        }
        w[14] = 0;
        w[15] = length << 3;
        Sm3.start(state);
        Sm3.compress(state, w);
        return (long) state[0] << 32 | state[1] & 0xffffffffL;
    }

    private int word(int p) {
        return message[p] << 24
                | (message[p + 1] & 0xff) << 16
                | (message[p + 2] & 0xff) << 8
                | (message[p + 3] & 0xff);
    }
}
