package cn.zrzy.hub.console.machine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.core.env.Environment;

/** A token known to both sides (共享令牌). Read at each use; one that is absent or blank matches nothing. */
record SharedSecret(Environment settings, String property) {

    boolean matches(String presented) {
        String expected = settings.getProperty(property, "").strip();
        boolean same = MessageDigest.isEqual(bytes(expected), bytes(presented));
        return same && !expected.isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
