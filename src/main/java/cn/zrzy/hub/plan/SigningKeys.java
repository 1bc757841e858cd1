package cn.zrzy.hub.plan;

import cn.zrzy.hub.draw.Signers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bureau's signing keys for manifests and results (签名私钥), by reference. */
@Configuration(proxyBeanMethods = false)
class SigningKeys {

    @Bean
    Signers drawSigners(@Value("${secret.draw-sm2}") String sm2, @Value("${secret.draw-ed25519}") String ed25519) {
        return new Signers(sm2, ed25519);
    }
}
