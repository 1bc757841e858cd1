package cn.zrzy.hub.partner.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

class HmacSm3SignerTests {

    private static final byte[] BODY = "{\"planCode\":\"XC-2026-P01\"}".getBytes(StandardCharsets.UTF_8);

    private final HmacSm3Signer signer = new HmacSm3Signer(
            "xuchang",
            () -> "secret",
            () -> "0123456789abcdef0123456789abcdef",
            Clock.fixed(Instant.ofEpochSecond(1_795_400_000L), ZoneOffset.UTC));

    /** Computed here by the JCA provider from the text of docs/partners/province.md, not by the code under test. */
    @Test
    void the_header_is_that_of_the_contract() throws Exception {
        BouncyCastleProvider provider = new BouncyCastleProvider();
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SM3", provider).digest(BODY));
        String text = "xuchang\n1795400000\n0123456789abcdef0123456789abcdef\nPOST /province/plans\n" + digest;
        Mac mac = Mac.getInstance("HMACSM3", provider);
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HMACSM3"));
        String signature = HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(signer.sign("/province/plans", BODY))
                .isEqualTo("HMAC-SM3 appId=\"xuchang\", timestamp=\"1795400000\","
                        + " nonce=\"0123456789abcdef0123456789abcdef\", signature=\"" + signature + "\"");
    }

    @Test
    void a_question_is_signed_over_the_empty_body() {
        // SM3 of nothing, GB/T 32905-2016 implementations agree on it.
        String empty = "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b";
        assertThat(cn.zrzy.hub.kernel.Digest.sm3(new byte[0])).isEqualTo(empty);
        assertThat(signer.signQuestion("/province/receipts"))
                .isNotEqualTo(signer.sign("/province/receipts", new byte[0]));
    }

    @Test
    void each_try_has_a_nonce_of_its_own() {
        HmacSm3Signer real = new HmacSm3Signer("xuchang", () -> "secret", Clock.systemUTC());
        assertThat(real.sign("/p", BODY)).matches(".*nonce=\"[0-9a-f]{32}\".*").isNotEqualTo(real.sign("/p", BODY));
    }
}
