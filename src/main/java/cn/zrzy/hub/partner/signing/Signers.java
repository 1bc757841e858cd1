package cn.zrzy.hub.partner.signing;

import cn.zrzy.hub.kernel.Rejected;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Which agency is signed for how (签名方式). */
@Configuration(proxyBeanMethods = false)
class Signers {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Bean
    Signer provinceSigner(
            Environment environment, Clock clock, @Value("${partner.province.app-id:xuchang}") String appId) {
        return new HmacSm3Signer(appId, secret(environment, "province-key"), Signers::nonce, clock);
    }

    @Bean
    Signer creditSigner(Environment environment, Clock clock, @Value("${partner.credit.app-id:xuchang}") String appId) {
        return new HmacSm3Signer(appId, secret(environment, "credit-key"), Signers::nonce, clock);
    }

    @Bean
    Signer portalSigner(Environment environment) {
        return new BearerSigner(secret(environment, "portal-token"));
    }

    /** Looked up at each signing, so that a hub without the secret starts and says which one is missing. */
    private static Supplier<String> secret(Environment environment, String name) {
        return () -> {
            String secret = environment.getProperty("secret." + name, "").strip();
            if (secret.isEmpty()) {
                throw new Rejected("E-SECRET", "密钥 " + name + " 未配置，请放入密钥目录后重报");
            }
            return secret;
        };
    }

    private static String nonce() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
