package cn.zrzy.hub.draw;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import cn.zrzy.hub.draw.paper.MerkleTree;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The root of a great tree is made of subtrees in parallel, its paths are not: both must meet at every edge of a subtree. */
class MerkleTreeTests {

    @ParameterizedTest
    @ValueSource(ints = {1023, 1024, 1025, 2047, 2048, 2049, 3000, 5121})
    void subtreesMakeTheSameRoot(int size) {
        Hash hash = Hash.of(DrawHash.SHA_256);
        List<byte[]> leaves = IntStream.range(0, size)
                .mapToObj(i -> MerkleTree.leaf(hash, Bytes.u32(i)))
                .toList();
        MerkleTree tree = new MerkleTree(leaves, DrawHash.SHA_256);
        byte[] root = tree.root();
        for (int i : new int[] {0, 1, 1022, size / 2, size - 2, size - 1}) {
            assertThat(tree.climb(leaves.get(i), i, size, tree.path(i)))
                    .as("leaf %d", i)
                    .isEqualTo(root);
        }
    }
}
