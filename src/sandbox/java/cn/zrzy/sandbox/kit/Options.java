package cn.zrzy.sandbox.kit;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 启动选项: {@code --name=value} arguments, then system properties {@code sandbox.name}, then the default. */
public final class Options {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Map<String, String> given = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    public Options(String... args) {
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (arg.startsWith("--") && equals > 0) {
                given.put(arg.substring(2, equals), arg.substring(equals + 1));
            } else {
                words.add(arg);
            }
        }
    }

    /** Arguments that are not options: the agencies to run. */
    public List<String> words() {
        return List.copyOf(words);
    }

    public String text(String name, String fallback) {
        String value = given.getOrDefault(name, System.getProperty("sandbox." + name));
        return value == null || value.isBlank() ? fallback : value;
    }

    /** {@code --hr.http=0} wins over {@code --http=0}, which suits a JVM that runs one agency only. */
    public int port(String agency, String door, int fallback) {
        return Integer.parseInt(text(agency + "." + door, text(door, String.valueOf(fallback))));
    }

    public Path data() {
        return Path.of(text("data", "data/sandbox")).toAbsolutePath();
    }

    public Path secrets() {
        return Path.of(text("secrets", "data/secrets")).toAbsolutePath();
    }

    /** The address every door listens at; a container needs 0.0.0.0. */
    public String bind() {
        return text("bind", "127.0.0.1");
    }

    /** The host name by which callers know this machine, for known_hosts lines. */
    public String knownAs() {
        return text("known-as", "127.0.0.1");
    }

    public double scale() {
        return Double.parseDouble(text("scale", "1.0"));
    }

    public LocalDate date() {
        return LocalDate.parse(text("date", LocalDate.now(ZONE).toString()));
    }

    public String broker() {
        return text("broker", "amqp://127.0.0.1:61616");
    }
}
