package cn.zrzy.hub.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Secrets by reference (密钥按名引用): each file in {@code hub.secrets.dir} is the property {@code secret.<file name>}. In
 * the embedded default the names in {@code hub.secrets.generate} that have no file yet get 32 random bytes, readable by
 * the owner only, so that no password ever ships with the product. A secret that is given as a property wins over its file.
 */
public class Secrets implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String data = environment.getProperty("hub.data", "data");
        boolean embedded = environment.getProperty("hub.embedded.postgres", Boolean.class, false);
        DataFolder.close(Path.of(data), OsUser.isRoot() && (embedded || DataFolder.holdsCluster(Path.of(data))));
        Path dir = Path.of(environment.getProperty("hub.secrets.dir", data + "/secrets"));
        for (String name : environment.getProperty("hub.secrets.generate", String[].class, new String[0])) {
            generate(dir, name.strip());
        }
        environment.getPropertySources().addLast(new MapPropertySource("secrets", read(dir)));
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    private static void generate(Path dir, String name) {
        Path file = dir.resolve(name);
        if (name.isEmpty() || Files.exists(file)) {
            return;
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        try {
            Files.createDirectories(dir);
            Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwx------"));
            Path half = Files.createTempFile(dir, ".new", "");
            Files.writeString(half, HexFormat.of().formatHex(random), StandardOpenOption.WRITE);
            Files.move(half, file);
        } catch (IOException e) {
            throw new UncheckedIOException("无法写入密钥目录 " + dir + "，请检查权限", e);
        }
    }

    private static Map<String, Object> read(Path dir) {
        Map<String, Object> secrets = new LinkedHashMap<>();
        if (!Files.isDirectory(dir)) {
            return secrets;
        }
        try (Stream<Path> files = Files.list(dir)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                secrets.put(
                        "secret." + file.getFileName(),
                        Files.readString(file, StandardCharsets.UTF_8).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("无法读取密钥目录 " + dir, e);
        }
        return secrets;
    }
}
