package cn.zrzy.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signatures at their edges, in all three languages where the edge is the standard's. */
class SignatureTests {

    private static final String BASE = "5866666666666666666666666666666666666666666666666666666666666666";
    private static final String ONE = "0100000000000000000000000000000000000000000000000000000000000000";
    private static final String ZERO = "0000000000000000000000000000000000000000000000000000000000000000";

    /**
     * RFC 8032 §5.1.3 and §5.1.7. With the neutral point as key every message has the signature (sB, s), so only the
     * encodings decide here: y = p + 1 and the sign of x = 0 are second spellings of the same point.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the neutral point as key,   " + ONE + "," + BASE + "," + ONE + ", true",
        "its key as y = p + 1,       eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f," + BASE + ","
                + ONE + ", false",
        "its key with a sign,        0100000000000000000000000000000000000000000000000000000000000080," + BASE + ","
                + ONE + ", false",
        "R the neutral point,        " + ONE + "," + ONE + "," + ZERO + ", true",
        "R as y = p + 1,             " + ONE + ",eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f,"
                + ZERO + ", false",
        "R with a sign,              " + ONE + ",0100000000000000000000000000000000000000000000000000000000000080,"
                + ZERO + ", false",
        "S the group order,          " + ONE + "," + ONE
                + ",edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010, false",
        "key not on the curve,       0200000000000000000000000000000000000000000000000000000000000000," + BASE + ","
                + ONE + ", false",
        "S of another point,         " + ONE + "," + BASE + "," + ZERO + ", false"
    })
    void ed25519Encodings(String what, String key, String r, String s, boolean good) {
        assertThat(Signatures.ed25519(Bits.unhex(key), new byte[] {7}, Bits.unhex(r + s)))
                .isEqualTo(good);
        assertThat(Trio.get()
                        .evalPython("v.ed25519_verify(*[bytes.fromhex(x) for x in ('%s', '07', '%s')])"
                                .formatted(key, r + s)))
                .isEqualToIgnoringCase(String.valueOf(good));
        assertThat(Trio.get().evalJs("ed25519Verify(unhex('%s'), unhex('07'), unhex('%s'))".formatted(key, r + s)))
                .isEqualTo(String.valueOf(good));
    }

    /** Bouncy Castle signs, we verify; a bit flipped anywhere in message, key or signature is seen. */
    @Test
    void sm2AgainstBouncyCastle() {
        Random random = new Random(3);
        byte[] key = Bits.unhex(TestKeys.sm2Public());
        for (int i = 0; i < 40; i++) {
            byte[] message = new byte[random.nextInt(200)];
            random.nextBytes(message);
            byte[] signature = Bits.unhex(TestKeys.sm2(message));
            assertThat(Signatures.sm2(key, message, signature)).isTrue();
            assertThat(Signatures.sm2(key, message, flipped(signature, random))).isFalse();
            assertThat(Signatures.sm2(flipped(key, random), message, signature)).isFalse();
            if (message.length > 0) {
                assertThat(Signatures.sm2(key, flipped(message, random), signature))
                        .isFalse();
            }
        }
    }

    /** GM/T 0003.2 §7: r and s in [1, n−1], a key on the curve with coordinates below p; alike in all three. */
    @Test
    void sm2RefusesWhatIsOutOfRange() {
        String key = TestKeys.sm2Public();
        String order = "fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123";
        String prime = "fffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff";
        String good = TestKeys.sm2(new byte[1]);
        String s = good.substring(64);
        String more = new BigInteger(s, 16).add(new BigInteger(order, 16)).toString(16);
        assertThat(sm2(key, good)).isEqualTo("true true true");
        for (String bad : new String[] {
            ZERO + s,
            good.substring(0, 64) + ZERO,
            good.substring(0, 64) + order,
            order + s,
            // r + s = n
            good.substring(0, 64)
                    + new BigInteger(order, 16)
                            .subtract(new BigInteger(good.substring(0, 64), 16))
                            .toString(16),
            more.length() == 64 ? good.substring(0, 64) + more : ZERO + ZERO
        }) {
            assertThat(sm2(key, bad)).as(bad).isEqualTo("false false false");
        }
        assertThat(sm2("04" + ZERO + ZERO, good)).as("not on the curve").isEqualTo("false false false");
        assertThat(sm2("04" + prime + key.substring(66), good)).as("x = p").isEqualTo("false false false");
        assertThat(Signatures.sm2(Bits.unhex(key), new byte[1], new byte[63])).isFalse();
    }

    /** The three verdicts on a signature over one zero byte. */
    private static String sm2(String key, String rs) {
        String python = "v.sm2_verify((0x%s, 0x%s), b'\\0', 0x%s, 0x%s)";
        String js = "sm2Verify([0x%sn, 0x%sn], new Uint8Array(1), 0x%sn, 0x%sn)";
        Object[] parts = {key.substring(2, 66), key.substring(66), rs.substring(0, 64), rs.substring(64)};
        boolean java = Signatures.sm2(Bits.unhex(key), new byte[1], Bits.unhex(rs));
        return (java + " " + Trio.get().evalPython(python.formatted(parts)) + " "
                        + Trio.get().evalJs(js.formatted(parts)))
                .toLowerCase(Locale.ROOT);
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] out = bytes.clone();
        out[random.nextInt(out.length)] ^= (byte) (1 << random.nextInt(8));
        return out;
    }

    /** X.690 §10: one spelling of a length, nothing after the element, nothing cut off. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "3001",
                "308100",
                "30810100",
                "3080",
                "3084000000010000",
                "1f0100",
                "020100ff",
                "30820001"
            })
    void malformedDer(String hex) {
        assertThatThrownBy(() -> Der.of(Bits.unhex(hex)).kids()).isInstanceOf(IllegalArgumentException.class);
    }

    /** X.690 §8: one spelling of an OID, an INTEGER, a BIT STRING of whole octets. */
    @Test
    void onlyOneSpellingIsRead() {
        for (String oid : new String[] {"0600", "06022a83", "06032a8001", "04022a03"}) {
            assertThatThrownBy(() -> Der.of(Bits.unhex(oid)).oid())
                    .as(oid)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String number : new String[] {"0200", "02020001", "0202ff80", "040101"}) {
            assertThatThrownBy(() -> Der.of(Bits.unhex(number)).integer())
                    .as(number)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String bits : new String[] {"0300", "030201fe", "040100"}) {
            assertThatThrownBy(() -> Der.of(Bits.unhex(bits)).bits())
                    .as(bits)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void derReadsWhatTheStandardShows() {
        assertThat(Der.of(Bits.unhex("06062a864886f70d")).oid()).isEqualTo("1.2.840.113549");
        assertThat(Der.of(Bits.unhex("0603883703")).oid()).isEqualTo("2.999.3");
        assertThat(Der.of(Bits.unhex("0202ff7f")).integer()).isEqualTo(-129);
        assertThat(Der.of(Bits.unhex("170d3931303530363233343534305a")).time()).hasToString("1991-05-06T23:45:40Z");
        assertThatThrownBy(() ->
                        Der.of(Bits.unhex("170d3931303233313233343534305a")).time())
                .as("31 February")
                .isInstanceOf(IllegalArgumentException.class);
    }
}
