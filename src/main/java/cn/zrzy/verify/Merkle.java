package cn.zrzy.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Merkle trees of RFC 9162 §2.1: prefixes 00 and 01 keep leaves and nodes apart, an odd node is never doubled. */
final class Merkle {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {}

    static byte[] leaf(Hash hash, byte[] line) {
        return hash.of(Hash.join(LEAF, line));
    }

    static byte[] node(Hash hash, byte[] left, byte[] right) {
        return hash.of(Hash.join(NODE, left, right));
    }

    /** The stack algorithm of RFC 9162 §2.1.2: merge while the leaf count so far has trailing one bits. */
    static byte[] root(Hash hash, List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return hash.of(new byte[0]);
        }
        Deque<byte[]> stack = new ArrayDeque<>();
        for (int i = 0; i < leaves.size(); i++) {
            stack.push(leaves.get(i));
            for (int count = i; (count & 1) == 1; count >>= 1) {
                merge(hash, stack);
            }
        }
        while (stack.size() > 1) {
            merge(hash, stack);
        }
        return stack.pop();
    }

    private static void merge(Hash hash, Deque<byte[]> stack) {
        byte[] right = stack.pop();
        stack.push(node(hash, stack.pop(), right));
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
