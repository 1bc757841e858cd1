package cn.zrzy.hub.partner.signing;

import cn.zrzy.hub.kernel.Rejected;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Secrets by name (密钥引用), looked up at each use: a hub that lacks one starts, and says which. */
@Component
public class KeyRing {

    private final Environment environment;

    public KeyRing(Environment environment) {
        this.environment = environment;
    }

    /** @throws Rejected E-SECRET when there is no such secret */
    public String secret(String name) {
        String secret = environment.getProperty("secret." + name, "").strip();
        if (secret.isEmpty()) {
            throw new Rejected("E-SECRET", "密钥 " + name + " 未配置，请放入密钥目录后重报");
        }
        return secret;
    }
}
