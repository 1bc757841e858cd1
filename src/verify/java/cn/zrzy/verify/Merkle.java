package cn.zrzy.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Merkle trees of RFC 9162 §2.1: prefixes 00 and 01 keep leaves and nodes apart, an odd node is never doubled. */
final class Merkle {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private static final int WORTH_SHARING = 4096;

    private Merkle() {}

    static byte[] leaf(Hash hash, byte[] line) {
        return hash.of(Hash.join(LEAF, line));
    }

    static byte[] node(Hash hash, byte[] left, byte[] right) {
        return hash.of(Hash.join(NODE, left, right));
    }

    /** RFC 9162 §2.1.1: split at the largest power of two below n. */
    static byte[] root(Hash hash, List<byte[]> leaves) {
        int n = leaves.size();
        if (n <= 1) {
            return n == 0 ? hash.of(new byte[0]) : leaves.get(0);
        }
        int k = Integer.highestOneBit(n - 1);
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, n);
        if (n < WORTH_SHARING) {
            return node(hash, root(hash, left), root(hash, right));
        }
        List<byte[]> roots =
                Stream.of(left, right).parallel().map(half -> root(hash, half)).toList();
        return node(hash, roots.get(0), roots.get(1));
    }

    /** RFC 9162 §2.1.3.1, from the leaf upwards. */
    static List<byte[]> path(Hash hash, int index, List<byte[]> leaves) {
        List<byte[]> out = new ArrayList<>();
        if (leaves.size() > 1) {
            int k = Integer.highestOneBit(leaves.size() - 1);
            boolean left = index < k;
            out.addAll(
                    left
                            ? path(hash, index, leaves.subList(0, k))
                            : path(hash, index - k, leaves.subList(k, leaves.size())));
            out.add(root(hash, left ? leaves.subList(k, leaves.size()) : leaves.subList(0, k)));
        }
        return out;
    }

    /** RFC 9162 §2.1.3.2; null when the path has the wrong length. */
    static byte[] rootFromPath(Hash hash, byte[] leaf, int index, int size, List<byte[]> path) {
        long fn = index;
        long sn = size - 1L;
        byte[] r = leaf;
        for (byte[] p : path) {
            if (sn == 0) {
                return null;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = node(hash, p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = node(hash, r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 ? r : null;
    }
}
