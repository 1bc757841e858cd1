package cn.zrzy.hub.draw.jdbc;

import cn.zrzy.hub.draw.paper.Signers;
import cn.zrzy.hub.draw.paper.SigningRing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Which signing keys there are (签名密钥设置), the {@code draw.keys} block of config/limits.yaml; the keys themselves are
 * secrets by reference.
 *
 * @param from first day of the current pair {@code draw-sm2}, {@code draw-ed25519}; null when not told
 * @param retired former pairs, the latest first
 */
@ConfigurationProperties("draw.keys")
record SigningKeys(LocalDate from, @DefaultValue List<Retired> retired) {

    /**
     * A former pair (停用的密钥).
     *
     * @param name its secrets are {@code draw-sm2-<name>} and {@code draw-ed25519-<name>}
     * @param until last day on which draws were frozen under it
     */
    record Retired(String name, LocalDate from, LocalDate until) {}

    /** @throws IllegalStateException naming the secret that is missing, which keeps the hub from starting */
    SigningRing ring(Environment secrets) {
        List<SigningRing.Key> keys = new ArrayList<>();
        keys.add(new SigningRing.Key(pair(secrets, "", "现用的签名密钥"), from, null));
        for (Retired old : retired) {
            Signers pair = pair(secrets, "-" + old.name(), "draw.keys.retired 所列的 " + old.name());
            keys.add(new SigningRing.Key(pair, old.from(), old.until()));
        }
        return new SigningRing(keys);
    }

    private static Signers pair(Environment secrets, String suffix, String whose) {
        return new Signers(
                secret(secrets, "draw-sm2" + suffix, whose), secret(secrets, "draw-ed25519" + suffix, whose));
    }

    private static String secret(Environment secrets, String name, String whose) {
        String value = secrets.getProperty("secret." + name, "");
        if (value.isBlank()) {
            throw new IllegalStateException(
                    whose + "缺少密钥 " + name + "：把这个文件放回密钥目录（hub.secrets.dir，缺省 data/secrets）再启动");
        }
        return value;
    }
}
