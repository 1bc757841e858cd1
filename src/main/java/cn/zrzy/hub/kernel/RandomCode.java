package cn.zrzy.hub.kernel;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The random part of an identifier (随机码), drawn when it is recorded: a database put back to an earlier day counts on from
 * where it stood then, but never arrives at an identifier that the world has already seen. Letters and digits that nobody
 * mistakes for each other when they are read out: no 0 and O, no 1, I and L.
 */
public final class RandomCode {

    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomCode() {}

    /** @param length signs; each is worth 4.95 bits */
    public static String draw(int length) {
        return RANDOM.ints(length, 0, SIGNS.length())
                .mapToObj(i -> SIGNS.substring(i, i + 1))
                .reduce("", String::concat);
    }

    /**
     * A secret that opens something (令牌), 43 signs of base64url (RFC 4648 section 5). Its 256 random bits need no salt and no
     * slow hash where it is kept.
     */
    public static String token() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
