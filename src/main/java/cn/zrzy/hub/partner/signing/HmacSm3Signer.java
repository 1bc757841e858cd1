package cn.zrzy.hub.partner.signing;

import cn.zrzy.hub.kernel.Digest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * HMAC-SM3 over appId, time, nonce, method with path, and SM3 of the body, a line each (docs/partners/province.md). A new
 * nonce for every try, since the receiver takes each only once.
 */
public class HmacSm3Signer extends Signer {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String appId;
    private final Supplier<String> secret;
    private final Supplier<String> nonces;
    private final Clock clock;

    public HmacSm3Signer(String appId, Supplier<String> secret, Clock clock) {
        this(appId, secret, HmacSm3Signer::nonce, clock);
    }

    HmacSm3Signer(String appId, Supplier<String> secret, Supplier<String> nonces, Clock clock) {
        this.appId = appId;
        this.secret = secret;
        this.nonces = nonces;
        this.clock = clock;
    }

    @Override
    public String authorization(String method, String path, byte[] body) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String nonce = nonces.get();
        String toSign = String.join("\n", appId, timestamp, nonce, method + " " + path, Digest.sm3(body));
        String signature =
                Digest.hmacSm3(secret.get().getBytes(StandardCharsets.UTF_8), toSign.getBytes(StandardCharsets.UTF_8));
        return "HMAC-SM3 appId=\"%s\", timestamp=\"%s\", nonce=\"%s\", signature=\"%s\""
                .formatted(appId, timestamp, nonce, signature);
    }

    private static String nonce() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
