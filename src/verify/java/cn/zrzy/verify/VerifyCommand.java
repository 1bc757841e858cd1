package cn.zrzy.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * 核验命令, the Java verifier: {@code verify.jar bundle.zip [--json] [--id CODE] [--now TIME] [--lang zh|en]}; exit codes
 * 0 consistent, 1 verification failed, 2 unusable input. The main class of verify.jar, which lies in every bundle (docs/draw/verify.md).
 */
public final class VerifyCommand {

    private static final String USAGE =
            "java -jar verify.jar bundle.zip [--json] [--id CODE] [--now yyyy-MM-ddTHH:mm:ss+08:00] [--lang zh|en]";

    private VerifyCommand() {}

    public static void main(String[] arguments) {
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out));
    }

    static int run(String[] arguments, PrintStream out) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        String path = "";
        String wanted = "";
        String lang = "zh";
        String now = Text.time(OffsetDateTime.now(ZoneOffset.UTC));
        boolean json = false;
        while (!left.isEmpty()) {
            String a = left.poll();
            boolean option = a.startsWith("--");
            if (a.equals("--json")) {
                json = true;
            } else if (option && left.isEmpty() || !option && !path.isEmpty()) {
                return usage(out);
            } else {
                switch (a) {
                    case "--id", "--subject" -> wanted = left.poll().strip().toUpperCase(Locale.ROOT);
                    case "--now" -> now = left.poll();
                    case "--lang" -> lang = left.poll();
                    default -> path = a;
                }
                if (option && path.equals(a)) {
                    return usage(out);
                }
            }
        }
        if (path.isEmpty() || !Text.isTime(now) || !List.of("zh", "en").contains(lang)) {
            return usage(out);
        }
        Report report = Verification.run(bytes(path), wanted, now, lang, false);
        out.println(json ? report.json() : report.readable(lang));
        return report.exit();
    }

    private static int usage(PrintStream out) {
        out.println(USAGE);
        return 2;
    }

    /** A file that cannot be read is no bundle: the report says unusable. */
    private static byte[] bytes(String path) {
        try {
            return Files.readAllBytes(Path.of(path));
        } catch (IOException | InvalidPathException e) {
            return new byte[0];
        }
    }
}
