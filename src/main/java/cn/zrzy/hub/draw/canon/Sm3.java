package cn.zrzy.hub.draw.canon;

/**
 * SM3 (GB/T 32905-2016), scalar. Our own because a draw hashes one block per subject and the block function without any
 * object around it is what makes ten million tickets cheap.
 */
public final class Sm3 {

    private static final int[] START = {
        0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e
    };
    private static final int[] T = new int[64];

    static {
        for (int j = 0; j < 64; j++) {
            T[j] = Integer.rotateLeft(j < 16 ? 0x79cc4519 : 0x7a879d8a, j);
        }
    }

    private final int[] w = new int[68];
    private final int[] state = new int[8];

    /** Digest of the first {@code length} bytes into {@code out}. Not for two threads at once. */
    void digest(byte[] message, int length, byte[] out, int at) {
        System.arraycopy(START, 0, state, 0, 8);
        int offset = 0;
        for (; offset + 64 <= length; offset += 64) {
            load(message, offset);
            compress(state, w);
        }
        int rest = length - offset;
        for (int i = 0; i < 16; i++) {
            w[i] = 0;
        }
        for (int i = 0; i < rest; i++) {
            w[i >> 2] |= (message[offset + i] & 0xff) << (24 - 8 * (i & 3));
        }
        w[rest >> 2] |= 0x80 << (24 - 8 * (rest & 3));
        if (rest >= 56) {
            compress(state, w);
            for (int i = 0; i < 16; i++) {
                w[i] = 0;
            }
        }
        w[14] = length >>> 29;
        w[15] = length << 3;
        compress(state, w);
        for (int i = 0; i < 8; i++) {
            store(state[i], out, at + 4 * i);
        }
    }

    private void load(byte[] message, int offset) {
        for (int i = 0; i < 16; i++) {
            int p = offset + 4 * i;
            w[i] = message[p] << 24
                    | (message[p + 1] & 0xff) << 16
                    | (message[p + 2] & 0xff) << 8
                    | (message[p + 3] & 0xff);
        }
    }

    static void store(int word, byte[] out, int at) {
        out[at] = (byte) (word >>> 24);
        out[at + 1] = (byte) (word >>> 16);
        out[at + 2] = (byte) (word >>> 8);
        out[at + 3] = (byte) word;
    }

    public static void start(int[] state) {
        System.arraycopy(START, 0, state, 0, 8);
    }

    /** One block: words 0..15 of {@code w} hold it, the rest is scratch; {@code state} is updated. */
    public static void compress(int[] state, int[] w) {
        for (int j = 16; j < 68; j++) {
            int x = w[j - 16] ^ w[j - 9] ^ Integer.rotateLeft(w[j - 3], 15);
            w[j] = x
                    ^ Integer.rotateLeft(x, 15)
                    ^ Integer.rotateLeft(x, 23)
                    ^ Integer.rotateLeft(w[j - 13], 7)
                    ^ w[j - 6];
        }
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int j = 0; j < 16; j++) {
            int a12 = Integer.rotateLeft(a, 12);
            int ss1 = Integer.rotateLeft(a12 + e + T[j], 7);
            int tt1 = (a ^ b ^ c) + d + (ss1 ^ a12) + (w[j] ^ w[j + 4]);
            int tt2 = (e ^ f ^ g) + h + ss1 + w[j];
            d = c;
            c = Integer.rotateLeft(b, 9);
            b = a;
            a = tt1;
            h = g;
            g = Integer.rotateLeft(f, 19);
            f = e;
            e = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
        }
        for (int j = 16; j < 64; j++) {
            int a12 = Integer.rotateLeft(a, 12);
            int ss1 = Integer.rotateLeft(a12 + e + T[j], 7);
            int tt1 = ((a & b) | (c & (a | b))) + d + (ss1 ^ a12) + (w[j] ^ w[j + 4]);
            int tt2 = (g ^ (e & (f ^ g))) + h + ss1 + w[j];
            d = c;
            c = Integer.rotateLeft(b, 9);
            b = a;
            a = tt1;
            h = g;
            g = Integer.rotateLeft(f, 19);
            f = e;
            e = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
        }
        state[0] ^= a;
        state[1] ^= b;
        state[2] ^= c;
        state[3] ^= d;
        state[4] ^= e;
        state[5] ^= f;
        state[6] ^= g;
        state[7] ^= h;
    }
}
