package cn.zrzy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two command lines: same arguments, same exit codes, same report. */
class VerifyCommandTests {

    @TempDir
    private Path folder;

    private record Answer(int exit, String out) {}

    private static Answer java(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = VerifyCommand.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Answer(exit, out.toString(StandardCharsets.UTF_8).strip());
    }

    private static Answer python(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", "-B", Trio.SCRIPT.toString()));
        command.addAll(List.of(arguments));
        Process p = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(p.waitFor(), out.strip());
    }

    @Test
    void zeroOneTwo() throws Exception {
        Path good = Files.write(folder.resolve("good.zip"), SmallBundles.drawn().zip());
        Path bad = Files.write(
                folder.resolve("bad.zip"),
                SmallBundles.drawn()
                        .edit("README.txt", t -> t.replace("验证", "检验"))
                        .zip());
        Path junk = Files.writeString(folder.resolve("junk.zip"), "junk");
        for (Path path : List.of(good, bad, junk)) {
            Answer java = java(path.toString(), "--json");
            Answer python = python(path.toString(), "--json");
            assertThat(python.out.replace("\"python\"", "\"java\"")).isEqualTo(java.out);
            assertThat(python.exit).isEqualTo(java.exit).isEqualTo(path == good ? 0 : path == bad ? 1 : 2);
        }
        assertThat(java(good.toString()).out).endsWith("结论：一致。按公布的数据重新计算，结果与公布的相同。");
        assertThat(python(good.toString()).out).endsWith("结论：一致。按公布的数据重新计算，结果与公布的相同。");
        assertThat(java(bad.toString()).out).contains("E-SEAL README.txt", "不一致");
        assertThat(python(bad.toString(), "--lang", "en").out).contains("E-SEAL README.txt", "NOT consistent");
        String id = SmallBundles.creditCode(0);
        assertThat(java(good.toString(), "--id", id, "--json").out)
                .isEqualTo(
                        python(good.toString(), "--subject", id, "--json").out.replace("\"python\"", "\"java\""));
    }

    @Test
    void wrongArgumentsAreUnusable() throws Exception {
        for (String[] arguments : new String[][] {
            {},
            {"--json"},
            {"a.zip", "b.zip"},
            {"a.zip", "--lang", "fr"},
            {"a.zip", "--now", "today"},
            {"a.zip", "--id"},
            {"a.zip", "--what"}
        }) {
            assertThat(java(arguments).exit).isEqualTo(2);
            assertThat(python(arguments).exit).isEqualTo(2);
        }
        assertThat(java(folder.resolve("none.zip").toString()).exit).isEqualTo(2);
        assertThat(python(folder.resolve("none.zip").toString()).exit).isEqualTo(2);
    }

    /** Nothing of the hub is behind the Java verifier. */
    @Test
    void theVerifierKnowsNothingOfTheHub() throws IOException {
        try (var files = Files.list(Path.of("src/verify/java/cn/zrzy/verify"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("cn.zrzy.hub");
            }
        }
    }
}
