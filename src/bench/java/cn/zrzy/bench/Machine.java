package cn.zrzy.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every bench begins and ends with; without the machine's line no number means anything. */
final class Machine {

    private Machine() {}

    /** Connection pools and servers would otherwise talk between the numbers. */
    static void quiet() {
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(Logger.ROOT_LOGGER_NAME)
                .setLevel(Level.WARN);
    }

    static String line() throws IOException {
        String model = Files.readString(Path.of("/proc/cpuinfo"))
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .findFirst()
                .orElse("unknown");
        String memory =
                Files.readString(Path.of("/proc/meminfo")).lines().findFirst().orElse("");
        String load = Files.readString(Path.of("/proc/loadavg")).strip();
        return "machine: %d × %s, %s, Java %s, load %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        model,
                        memory.replaceAll("\\s+", " "),
                        System.getProperty("java.version"),
                        load);
    }
}
