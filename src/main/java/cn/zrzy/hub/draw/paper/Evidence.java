package cn.zrzy.hub.draw.paper;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** Files of evidence: lines, leaf files, digest pairs, signatures. */
public final class Evidence {

    private Evidence() {}

    static List<String> pair(byte[] bytes) {
        return List.of(
                Hash.of(DrawHash.SM3).hex(bytes), Hash.of(DrawHash.SHA_256).hex(bytes));
    }

    public static byte[] lines(List<String> lines) {
        StringBuilder out = new StringBuilder();
        lines.forEach(line -> out.append(line).append('\n'));
        return Bytes.utf8(out.toString());
    }

    /** Salted leaves of a pool under both hashes. */
    public record Leaves(List<byte[]> sm3, List<byte[]> sha256) {

        public static Leaves of(List<String> lines) {
            byte[][] one = new byte[lines.size()][];
            byte[][] two = new byte[lines.size()][];
            int chunk = 1024;
            IntStream.range(0, (lines.size() + chunk - 1) / chunk).parallel().forEach(c -> {
                Hash sm3 = Hash.of(DrawHash.SM3);
                Hash sha = Hash.of(DrawHash.SHA_256);
                for (int i = c * chunk; i < Math.min(lines.size(), (c + 1) * chunk); i++) {
                    byte[] line = Bytes.utf8(lines.get(i));
                    one[i] = MerkleTree.leaf(sm3, line);
                    two[i] = MerkleTree.leaf(sha, line);
                }
            });
            return new Leaves(List.of(one), List.of(two));
        }

        public List<String> roots() {
            return List.of(
                    Bytes.hex(new MerkleTree(sm3, DrawHash.SM3).root()),
                    Bytes.hex(new MerkleTree(sha256, DrawHash.SHA_256).root()));
        }

        public byte[] file() {
            ByteArrayOutputStream out = new ByteArrayOutputStream(sm3.size() * 130);
            for (int i = 0; i < sm3.size(); i++) {
                out.writeBytes(Bytes.utf8(Bytes.hex(sm3.get(i)) + " " + Bytes.hex(sha256.get(i)) + "\n"));
            }
            return out.toByteArray();
        }
    }

    public static void sign(SortedMap<String, byte[]> files, String name, Signatures signatures) {
        files.put(name + ".sm2", signatures.sm2(files.get(name)));
        files.put(name + ".ed25519", signatures.ed25519(files.get(name)));
    }

    /** Rows {@code [name, sm3]} of a file table. */
    static List<List<Object>> table(SortedMap<String, byte[]> files) {
        List<List<Object>> rows = new ArrayList<>();
        files.forEach(
                (name, bytes) -> rows.add(List.of(name, Hash.of(DrawHash.SM3).hex(bytes))));
        return rows;
    }
}
