package cn.zrzy.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void sm2RefusesNumbersOutOfRange() {
        byte[] key = Bits.unhex(TestKeys.sm2Public());
        String order = "fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123";
        String good = TestKeys.sm2(new byte[1]);
        for (String bad : new String[] {
            ZERO + good.substring(64),
            good.substring(0, 64) + ZERO,
            good.substring(0, 64) + order,
            order + good.substring(64)
        }) {
            assertThat(Signatures.sm2(key, new byte[1], Bits.unhex(bad)))
                    .as(bad)
                    .isFalse();
        }
        assertThat(Signatures.sm2(key, new byte[1], new byte[63])).isFalse();
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
