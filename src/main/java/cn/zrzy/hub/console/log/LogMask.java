package cn.zrzy.hub.console.log;

import cn.zrzy.hub.kernel.Masking;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * What no log line may tell (日志遮盖): persons, and whatever opens a door. Credentials are found by the words around them,
 * and the hub's own secrets by their value, so that no logger turned up to TRACE prints one.
 */
final class LogMask {

    private static final String HIDDEN = "******";
    private static final int SHORTEST = 6;

    /** To the end of the line, or to where a wire log writes the line's end. */
    private static final Pattern HEADER = Pattern.compile(
            "(?i)((?:proxy-)?authorization[\"']?\\s*[:=]\\s*[\"']?)(?!\\s)[^\\r\\n]*?(?=\\[?\\\\[rn]|[\\r\\n]|$)");

    private static final Pattern SCHEME =
            Pattern.compile("(?i)\\b(bearer|basic)(\\s+)(?=[A-Za-z0-9._~+/=-]*[0-9=])[A-Za-z0-9._~+/=-]{8,}");

    private static final Pattern FIELD =
            Pattern.compile("(?i)\\b(signature|[a-z_.-]*token|[a-z_.-]*secret|[a-z_.-]*password"
                    + "|[a-z_-]*api-?key)([\"']?\\s*[:=]\\s*[\"']?)[^\\s\"',;&}\\])]{6,}");

    /** A person's token and a wall's link are no properties, but are known by their beginning. */
    private static final Pattern PERSONAL = Pattern.compile("hub(?:pt|wall)_[A-Za-z0-9_-]{16,}");

    private static volatile List<String> secrets = List.of();

    private LogMask() {}

    /** The values of every property {@code secret.…}. */
    static void learn(ConfigurableEnvironment environment) {
        secrets = environment.getPropertySources().stream()
                .flatMap(source -> source instanceof EnumerablePropertySource<?> named
                        ? Stream.of(named.getPropertyNames())
                        : Stream.empty())
                .filter(name -> name.startsWith("secret."))
                .map(environment::getProperty)
                .filter(value -> value != null && value.strip().length() >= SHORTEST)
                .map(String::strip)
                .distinct()
                .toList();
    }

    static String text(String line) {
        String masked = line;
        for (String secret : secrets) {
            masked = masked.replace(secret, HIDDEN);
        }
        masked = HEADER.matcher(masked).replaceAll("$1" + HIDDEN);
        masked = SCHEME.matcher(masked).replaceAll("$1$2" + HIDDEN);
        masked = FIELD.matcher(masked).replaceAll("$1$2" + HIDDEN);
        masked = PERSONAL.matcher(masked).replaceAll(HIDDEN);
        return Masking.text(masked);
    }
}
