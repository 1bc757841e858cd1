package cn.zrzy.hub.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import cn.zrzy.hub.draw.lottery.PairMill;
import cn.zrzy.hub.draw.lottery.TicketMill;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.paper.Membership;
import cn.zrzy.hub.draw.paper.MerkleTree;
import cn.zrzy.hub.draw.paper.Signatures;
import cn.zrzy.hub.draw.paper.Signers;
import cn.zrzy.hub.draw.seed.Commitment;
import cn.zrzy.hub.draw.seed.SeedRules;
import cn.zrzy.hub.draw.seed.SharedSecret;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.Rejected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.junit.jupiter.api.Test;

/** The published vectors of docs/draw/bundle-format.md §10, and our hashes and signatures against other people's code. */
class VectorTests {

    private static final List<String> PARTS = List.of(
            "notary-dice:31415926535897932384", "KL8-2026-061:" + SampleDraw.KL8, "commit-reveal:aa11|bb22|cc33");

    @Test
    void publishedVectorsHold() {
        vector(
                DrawHash.SM3,
                "57105643637f395d15740c8aa2312a84dfb8195702c6ec14a925af2731291c48",
                "ae56e0865c8156219adce9cdac4806f511858ceefb96de35d9456698e4224a11",
                0x5956b0fa5fL);
        vector(
                DrawHash.SHA_256,
                "d7a606c0ff57f3c01dfbfc00a8de264f5427cca5d4a07277b3f50b21ab455086",
                "15edc7bc226f1e767f20e4413b1fbbe13628c84b027cf61ab0f27b69cd898014",
                0x803cab7f4aL);
    }

    private static void vector(DrawHash hash, String seed, String ticket, long pair) {
        byte[] made = SeedRules.seed(hash, "XCZRZY-2026-03", PARTS);
        assertThat(Bytes.hex(made)).isEqualTo(seed);
        TicketMill mill = new TicketMill(hash, made);
        byte[] id = Bytes.utf8("91411000MA12345678");
        assertThat(Bytes.hex(mill.ticket(id, 0, id.length))).isEqualTo(ticket);
        assertThat(mill.first(id, 0, id.length)).isEqualTo(Long.parseUnsignedLong(ticket.substring(0, 16), 16));
        PairMill pairs = new PairMill(hash, made).subject("91411000MA12345678");
        assertThat(pairs.cost(Bytes.utf8("ZF-41100-0007"), 1)).isEqualTo(pair);
    }

    @Test
    void sm3HoldsItsStandardAndEveryLengthAgreesWithBouncyCastle() {
        assertThat(Hash.of(DrawHash.SM3).hex(Bytes.utf8("abc")))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        Hash own = Hash.of(DrawHash.SM3);
        for (int length = 0; length < 300; length++) {
            byte[] message = new byte[length];
            Arrays.fill(message, (byte) (length * 31));
            assertThat(own.hex(message)).isEqualTo(Digest.sm3(message));
        }
    }

    @Test
    void signaturesAreAcceptedByBouncyCastle() {
        Signatures signatures = SampleDraw.SIGNERS.current();
        byte[] message = Bytes.utf8("双随机、一公开");
        X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
        SM2Signer sm2 = new SM2Signer(PlainDSAEncoding.INSTANCE);
        sm2.init(
                false,
                new ParametersWithID(
                        new ECPublicKeyParameters(
                                curve.getCurve()
                                        .decodePoint(
                                                Bytes.unhex(signatures.keys().sm2())),
                                new ECDomainParameters(curve)),
                        Bytes.utf8("1234567812345678")));
        sm2.update(message, 0, message.length);
        assertThat(sm2.verifySignature(signature(signatures.sm2(message)))).isTrue();
        Ed25519Signer ed = new Ed25519Signer();
        ed.init(
                false,
                new Ed25519PublicKeyParameters(Bytes.unhex(signatures.keys().ed25519()), 0));
        ed.update(message, 0, message.length);
        assertThat(ed.verifySignature(signature(signatures.ed25519(message)))).isTrue();
        assertThat(signatures.sm2(message)).isEqualTo(signatures.sm2(message));
        assertThat(new Signers("1f".repeat(32), "2e".repeat(32)).toString()).doesNotContain("1f1f");
    }

    private static byte[] signature(byte[] file) {
        return Bytes.unhex(Bytes.text(file).strip());
    }

    /** Odd and even trees: every leaf proves its place, and no other leaf does. */
    @Property(tries = 60)
    void everyLeafProvesItsPlace(@ForAll @IntRange(min = 1, max = 70) int size, @ForAll DrawHash hash) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(MerkleTree.leaf(Hash.of(hash), Bytes.utf8("line " + i)));
        }
        MerkleTree tree = new MerkleTree(List.copyOf(leaves), hash);
        for (int i = 0; i < size; i++) {
            List<byte[]> path = tree.path(i);
            assertThat(tree.climb(leaves.get(i), i, size, path)).isEqualTo(tree.root());
            if (size > 1) {
                assertThat(tree.climb(leaves.get((i + 1) % size), i, size, path))
                        .isNotEqualTo(tree.root());
            }
        }
        leaves.add(leaves.get(size - 1));
        assertThat(new MerkleTree(leaves, hash).root()).isNotEqualTo(tree.root());
    }

    @Property(tries = 100)
    void anyTwoSharesOpenAndOneWrongLetterIsNoticed(
            @ForAll @Size(32) byte[] secret,
            @ForAll @Size(32) byte[] slope,
            @ForAll @IntRange(min = 0, max = 84) int at) {
        List<String> shares = Shares.split(secret, slope);
        String hash = Commitment.sealed(DrawHash.SM3, secret);
        for (List<String> two : List.of(
                List.of(shares.get(0), shares.get(1)),
                List.of(shares.get(2), shares.get(0)),
                List.of(shares.get(1), shares.get(2)),
                shares)) {
            assertThat(SharedSecret.open(two, DrawHash.SM3, hash))
                    .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(secret));
        }
        String wrong = shares.get(0).substring(0, at) + "?" + shares.get(0).substring(at + 1);
        assertThatThrownBy(() -> SharedSecret.open(List.of(wrong, shares.get(1)), DrawHash.SM3, hash))
                .isInstanceOf(Rejected.class);
        assertThat(SharedSecret.open(List.of(shares.get(1)), DrawHash.SM3, hash))
                .isEmpty();
    }

    @Test
    void membershipIsProvedAndSoIsAbsence() {
        FrozenDraw frozen = SampleDraw.frozen();
        assertThat(new Membership(frozen).proof(SampleDraw.uscc(3))).contains("\"index\":", SampleDraw.uscc(3));
        assertThat(new Membership(frozen).proof("00")).contains("\"absent\":\"00\"", "\"left\":\"\"");
        assertThat(new Membership(frozen).proof("ZZ")).contains("\"right\":\"\"");
        assertThat(new Membership(frozen).proof(SampleDraw.uscc(999))).contains("\"absent\"");
    }

    @Test
    void aFalseShareHidesNoSecret() {
        byte[] secret = SampleDraw.party(1);
        List<String> shares = Shares.split(secret, SampleDraw.party(2));
        String foreign = Shares.split(SampleDraw.party(3), SampleDraw.party(4)).get(0);
        String hash = Commitment.sealed(DrawHash.SM3, secret);
        assertThat(SharedSecret.open(List.of(foreign, shares.get(1), shares.get(2)), DrawHash.SM3, hash))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(secret));
        assertThat(SharedSecret.open(List.of(foreign, shares.get(1)), DrawHash.SM3, hash))
                .isEmpty();
        assertThat(SharedSecret.open(List.of(shares.get(1), shares.get(1)), DrawHash.SM3, hash))
                .as("one share twice is one share")
                .isEmpty();
    }
}
