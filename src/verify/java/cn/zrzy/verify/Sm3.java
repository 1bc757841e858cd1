package cn.zrzy.verify;

import java.nio.ByteBuffer;

/** SM3 (GB/T 32905-2016), written out because no JDK has it. A bundle of 50 000 subjects asks for half a million blocks. */
final class Sm3 {

    private static final int[] T = new int[64];

    static {
        for (int j = 0; j < 64; j++) {
            T[j] = Integer.rotateLeft(j < 16 ? 0x79cc4519 : 0x7a879d8a, j);
        }
    }

    private Sm3() {}

    /** Whole blocks are read where they lie; only the last one or two are copied for the padding. */
    static byte[] digest(byte[] message) {
        int[] v = {0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e};
        int[] w = new int[68];
        int whole = message.length / 64 * 64;
        blocks(v, w, message, whole);
        ByteBuffer tail = ByteBuffer.allocate((message.length - whole + 9 + 63) / 64 * 64);
        tail.put(message, whole, message.length - whole).put((byte) 0x80);
        tail.putLong(tail.capacity() - 8, message.length * 8L);
        blocks(v, w, tail.array(), tail.capacity());
        ByteBuffer out = ByteBuffer.allocate(32);
        for (int x : v) {
            out.putInt(x);
        }
        return out.array();
    }

    private static void blocks(int[] v, int[] w, byte[] in, int length) {
        for (int at = 0; at < length; at += 64) {
            for (int j = 0; j < 16; j++) {
                int p = at + 4 * j;
                w[j] = in[p] << 24 | (in[p + 1] & 0xff) << 16 | (in[p + 2] & 0xff) << 8 | in[p + 3] & 0xff;
            }
            for (int j = 16; j < 68; j++) {
                int x = w[j - 16] ^ w[j - 9] ^ Integer.rotateLeft(w[j - 3], 15);
                w[j] = x
                        ^ Integer.rotateLeft(x, 15)
                        ^ Integer.rotateLeft(x, 23)
                        ^ Integer.rotateLeft(w[j - 13], 7)
                        ^ w[j - 6];
            }
            compress(v, w);
        }
    }

    private static void compress(int[] v, int[] w) {
        int a = v[0], b = v[1], c = v[2], d = v[3], e = v[4], f = v[5], g = v[6], h = v[7];
        for (int j = 0; j < 64; j++) {
            int ff = j < 16 ? a ^ b ^ c : a & b | c & (a | b);
            int gg = j < 16 ? e ^ f ^ g : e & f | ~e & g;
            int a12 = Integer.rotateLeft(a, 12);
            int ss1 = Integer.rotateLeft(a12 + e + T[j], 7);
            int tt1 = ff + d + (ss1 ^ a12) + (w[j] ^ w[j + 4]);
            int tt2 = gg + h + ss1 + w[j];
            d = c;
            c = Integer.rotateLeft(b, 9);
            b = a;
            a = tt1;
            h = g;
            g = Integer.rotateLeft(f, 19);
            f = e;
            e = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
        }
        v[0] ^= a;
        v[1] ^= b;
        v[2] ^= c;
        v[3] ^= d;
        v[4] ^= e;
        v[5] ^= f;
        v[6] ^= g;
        v[7] ^= h;
    }
}
