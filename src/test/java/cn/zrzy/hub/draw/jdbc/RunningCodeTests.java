package cn.zrzy.hub.draw.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.draw.DrawCode;
import cn.zrzy.hub.kernel.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifest names the code that draws, and anyone can work the name out from the jar. */
class RunningCodeTests {

    private static final Path CLASSES = Path.of("target/classes/cn/zrzy/hub/draw");

    @Test
    void whatRunsIsWhatWasBuilt() throws IOException {
        Map<String, byte[]> built = built();
        assertThat(built).containsKeys("Draws.class", "rule/PairingRules.class", "jdbc/JdbcDrawLedger.class");
        assertThat(RunningCode.classes()).containsExactlyInAnyOrderEntriesOf(built);
    }

    @Test
    void fromAJarItIsTheSame(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("hub.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(CLASSES)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry("cn/zrzy/hub/draw/" + CLASSES.relativize(path)));
                out.write(Files.readAllBytes(path));
                out.closeEntry();
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader()) {
                    @Override
                    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                        return name.startsWith("cn.zrzy.hub.draw.") ? findClass(name) : super.loadClass(name, resolve);
                    }

                    @Override
                    public URL getResource(String name) {
                        return name.startsWith("cn/zrzy/hub/draw/") ? findResource(name) : super.getResource(name);
                    }
                }) {
            var method = loader.loadClass(RunningCode.class.getName()).getDeclaredMethod("classes");
            method.setAccessible(true);
            @SuppressWarnings("unchecked")
            Map<String, byte[]> packed = (Map<String, byte[]>) method.invoke(null);
            assertThat(packed).containsExactlyInAnyOrderEntriesOf(built());
        }
    }

    @Test
    void oneChangedByteOrNameMakesAnotherCode() {
        Map<String, byte[]> classes = new TreeMap<>(Map.of("A.class", new byte[] {1}, "b/C.class", new byte[] {2}));
        DrawCode code = DrawCode.of("0.1.0", classes);
        String lines = Digest.sm3(new byte[] {1}) + " *./A.class\n" + Digest.sm3(new byte[] {2}) + " *./b/C.class\n";
        assertThat(code.software())
                .isEqualTo("double-random-hub/0.1.0+" + Digest.sm3(lines.getBytes(StandardCharsets.UTF_8)));
        classes.put("A.class", new byte[] {3});
        assertThat(DrawCode.of("0.1.0", classes).sm3()).isNotEqualTo(code.sm3());
        classes.put("A.class", new byte[] {1});
        assertThat(DrawCode.of("0.1.0", classes)).isEqualTo(code);
        classes.put("D.class", classes.remove("A.class"));
        assertThat(DrawCode.of("0.1.0", classes).sm3()).isNotEqualTo(code.sm3());
    }

    private static Map<String, byte[]> built() throws IOException {
        Map<String, byte[]> built = new TreeMap<>();
        try (Stream<Path> all = Files.walk(CLASSES)) {
            for (Path path :
                    all.filter(file -> file.toString().endsWith(".class")).toList()) {
                built.put(CLASSES.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return built;
    }
}
