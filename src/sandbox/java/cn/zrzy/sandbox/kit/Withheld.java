package cn.zrzy.sandbox.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** 压住的回复: replies owed to the hub until the agency is calm again; kept as files, so a restart forgets none. */
public final class Withheld {

    private final Path folder;

    public Withheld(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    public void keep(String name, byte[] reply) {
        try {
            Files.write(folder.resolve(name), reply);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Name and reply, in the order of names. */
    public Map<String, byte[]> all() {
        Map<String, byte[]> replies = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                replies.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return replies;
    }
}
