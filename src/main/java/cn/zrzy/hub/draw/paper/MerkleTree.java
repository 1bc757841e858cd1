package cn.zrzy.hub.draw.paper;

import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * 默克尔树, RFC 9162 §2.1: leaf h(0x00 || line), node h(0x01 || left || right), split at the largest power of two below
 * n. The last odd leaf is never doubled (CVE-2012-2459).
 */
public final class MerkleTree {

    /** A power of two: subtrees of so many leaves have the same roots wherever the whole tree is split. */
    private static final int SUBTREE = 1024;

    private final List<byte[]> leaves;
    private final DrawHash choice;
    private final Hash hash;

    public MerkleTree(List<byte[]> leaves, DrawHash hash) {
        this.leaves = leaves;
        this.choice = hash;
        this.hash = Hash.of(hash);
    }

    public static byte[] leaf(Hash hash, byte[] line) {
        byte[] message = new byte[line.length + 1];
        System.arraycopy(line, 0, message, 1, line.length);
        return hash.digest(message);
    }

    public byte[] root() {
        int n = leaves.size();
        if (n <= SUBTREE) {
            return n == 0 ? hash.digest(new byte[0]) : root(0, n);
        }
        byte[][] tops = IntStream.range(0, (n + SUBTREE - 1) / SUBTREE)
                .parallel()
                .mapToObj(t -> leaves.subList(t * SUBTREE, Math.min(n, (t + 1) * SUBTREE)))
                .map(part -> new MerkleTree(part, choice).root())
                .toArray(byte[][]::new);
        return new MerkleTree(List.of(tops), choice).root();
    }

    private byte[] root(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int split = from + Integer.highestOneBit(to - from - 1);
        return node(root(from, split), root(split, to));
    }

    private byte[] node(byte[] left, byte[] right) {
        byte[] message = new byte[65];
        message[0] = 1;
        System.arraycopy(left, 0, message, 1, 32);
        System.arraycopy(right, 0, message, 33, 32);
        return hash.digest(message);
    }

    /** RFC 9162 §2.1.3.1 inclusion path, leaf first. */
    public List<byte[]> path(int index) {
        List<byte[]> path = new ArrayList<>();
        path(index, 0, leaves.size(), path);
        return path;
    }

    private void path(int index, int from, int to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        int split = from + Integer.highestOneBit(to - from - 1);
        if (index < split) {
            path(index, from, split, path);
            path.add(root(split, to));
        } else {
            path(index, split, to, path);
            path.add(root(from, split));
        }
    }

    /** RFC 9162 §2.1.3.2: the root that a path leads to; null when the path has the wrong length. */
    public byte[] climb(byte[] leaf, long index, long size, List<byte[]> path) {
        long fn = index;
        long sn = size - 1;
        byte[] r = leaf;
        for (byte[] p : path) {
            if (sn == 0) {
                return null;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 ? r : null;
    }
}
