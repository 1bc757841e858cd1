package cn.zrzy.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a program of the operating system and waits for it; its words are kept for the error message. */
final class Shell {

    private Shell() {}

    static int status(List<String> command) throws IOException {
        // A file, not a pipe: a daemon that the program leaves behind would keep a pipe open for ever.
        Path words = Files.createTempFile("hub-shell", ".log");
        try {
            return start(command, words);
        } finally {
            Files.deleteIfExists(words);
        }
    }

    static void run(List<String> command) throws IOException {
        Path words = Files.createTempFile("hub-shell", ".log");
        try {
            int status = start(command, words);
            if (status != 0) {
                throw new IOException(String.join(" ", command) + " 返回 " + status + "："
                        + Files.readString(words).strip());
            }
        } finally {
            Files.deleteIfExists(words);
        }
    }

    private static int start(List<String> command, Path words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            return builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.get(0), e);
        }
    }
}
