package cn.zrzy.hub.console.security;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** 口令规则 (GB/T 22239-2019 identity control): long enough, mixed, not the name, not what everybody would try first. */
public final class PasswordRules {

    static final int SHORTEST = 10;
    /** bcrypt reads no more bytes than these. */
    static final int LONGEST_BYTES = 72;

    private PasswordRules() {}

    /** Message key of the rule that is broken, empty when all are kept. */
    public static Optional<String> broken(String username, String displayName, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("password.short");
        }
        if (isTooLong(password)) {
            return Optional.of("password.long");
        }
        if (classes(password) < 3) {
            return Optional.of("password.classes");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(username.toLowerCase(Locale.ROOT))
                || !displayName.isBlank() && lower.contains(displayName.strip().toLowerCase(Locale.ROOT))) {
            return Optional.of("password.name");
        }
        if (CommonPasswords.isGuessable(password)) {
            return Optional.of("password.common");
        }
        return Optional.empty();
    }

    static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
    }

    private static long classes(String password) {
        return Stream.of(
                        password.chars().anyMatch(Character::isUpperCase),
                        password.chars().anyMatch(Character::isLowerCase),
                        password.chars().anyMatch(Character::isDigit),
                        password.chars().anyMatch(c -> !Character.isLetterOrDigit(c)))
                .filter(present -> present)
                .count();
    }
}
