package cn.zrzy.hub.ceremony.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.draw.LedgerScenes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A citizen unpacks a bundle and runs the commands of its README: nothing of the hub, no library, no class path. */
class VerifiersTests {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path folder;

    private byte[] bundle;

    private record Answer(int exit, String out) {}

    @BeforeEach
    void unpack() throws IOException {
        bundle = LedgerScenes.drawn(new Verifiers().bytes());
        Files.write(folder.resolve("bundle.zip"), bundle);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
            }
        }
    }

    private Answer run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.contains("CLASSPATH") || name.contains("JAVA"));
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out.strip());
    }

    @Test
    void theJarFromTheBundleVerifiesIt() throws Exception {
        Answer java = run(JAVA, "-jar", "verify.jar", "bundle.zip", "--json");
        assertThat(java.out).contains("\"verdict\":\"pass\"");
        assertThat(java.exit).isZero();
        Answer python = run("python3", "verify.py", "bundle.zip", "--json");
        assertThat(python.out).isEqualTo(java.out.replace("\"java\"", "\"python\""));
    }

    @Test
    void theJarFromTheBundleSeesOneChangedByte() throws Exception {
        byte[] changed = bundle.clone();
        String text = new String(changed, StandardCharsets.ISO_8859_1);
        changed[text.indexOf("stratum,rank,object,ticket") + 40] ^= 1;
        Files.write(folder.resolve("changed.zip"), changed);
        Answer java = run(JAVA, "-jar", "verify.jar", "changed.zip");
        assertThat(java.out).contains("✖", "不一致");
        assertThat(java.exit).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify.html", "python3 verify.py ", "java -jar verify.jar ", "公钥指纹", "key name"})
    void theReadmeNamesTheCommandsAndTheFingerprint(String words) throws Exception {
        assertThat(Files.readString(folder.resolve("README.txt"))).contains(words);
    }

    /** Every file of the bundle is explained, in words that a folder listing can be held against. */
    @Test
    void theReadmeExplainsEveryFile() throws Exception {
        String readme = Files.readString(folder.resolve("README.txt"));
        List<String> unexplained = new ArrayList<>();
        try (var files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .map(name ->
                            name.replaceFirst("^.*\\.(sm2|ed25519)$", "*.$1").replaceFirst("^current.*", "current"))
                    .filter(name -> !name.equals("bundle.zip") && !name.equals("README.txt") && !readme.contains(name))
                    .forEach(unexplained::add);
        }
        assertThat(unexplained).isEmpty();
    }
}
