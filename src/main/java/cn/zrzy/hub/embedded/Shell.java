package cn.zrzy.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a program of the operating system and waits for it; its words are kept for the error message. */
final class Shell {

    private static final Path NOTHING = Path.of("/dev/null");

    private Shell() {}

    static int status(List<String> command) throws IOException {
        // A file, not a pipe: a daemon that the program leaves behind would keep a pipe open for ever.
        Path words = Files.createTempFile("hub-shell", ".log");
        try {
            return start(command, NOTHING, words);
        } finally {
            Files.deleteIfExists(words);
        }
    }

    static void run(List<String> command) throws IOException {
        run(command, NOTHING);
    }

    /**
     * @param input file that the program reads
     * @return what it said
     */
    static String run(List<String> command, Path input) throws IOException {
        Path words = Files.createTempFile("hub-shell", ".log");
        try {
            int status = start(command, input, words);
            String said = Files.readString(words).strip();
            if (status != 0) {
                throw new IOException(String.join(" ", command) + " 返回 " + status + "：" + said);
            }
            return said;
        } finally {
            Files.deleteIfExists(words);
        }
    }

    private static int start(List<String> command, Path input, Path words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .redirectInput(input.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            return builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.get(0), e);
        }
    }
}
