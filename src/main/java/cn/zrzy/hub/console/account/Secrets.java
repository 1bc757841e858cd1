package cn.zrzy.hub.console.account;

import cn.zrzy.hub.kernel.Digest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/** What is handed over: a link's token of 256 random bits, and a code of ten signs that can be read out by telephone. */
final class Secrets {

    /** Without 0 O 1 I L, which are taken for each other. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String token() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** In two groups: {@code 7KQ2M-XWPAB}. */
    static String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i == LENGTH / 2 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** However it was typed. */
    static String plain(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }

    static String digest(String secret) {
        return Digest.sm3(secret.getBytes(StandardCharsets.UTF_8));
    }
}
