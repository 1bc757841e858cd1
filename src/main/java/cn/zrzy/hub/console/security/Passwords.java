package cn.zrzy.hub.console.security;

import java.util.HashMap;
import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept (口令存储): with the scheme's name in front, so that the next scheme can live beside this one. */
final class Passwords {

    /** bcrypt's cost, a power of two; 12 is a quarter of a second. */
    private static final int LEAST = 12;

    private Passwords() {}

    /**
     * @param strength bcrypt's cost
     * @param drill only there it may be less: passwords that a test sets a hundred times guard nothing
     */
    static PasswordEncoder encoder(int strength, boolean drill) {
        if (strength < LEAST && !drill) {
            throw new IllegalStateException("console.password-strength 至少 " + LEAST + "，只有演练环境可以更低");
        }
        String name = "bcrypt" + strength;
        Map<String, PasswordEncoder> known = new HashMap<>();
        known.put("bcrypt" + LEAST, new BCryptPasswordEncoder(LEAST));
        known.put(name, new BCryptPasswordEncoder(strength));
        DelegatingPasswordEncoder encoder = new DelegatingPasswordEncoder(name, known);
        encoder.setDefaultPasswordEncoderForMatches(
                known.get("bcrypt" + LEAST)); // knows no other scheme: matches nothing
        return encoder;
    }
}
