package cn.zrzy.sandbox.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** 口令文件: read at each use, because the hub may create them after the sandbox has started. */
public final class Secrets {

    private final Path folder;

    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** Empty while the file is missing or blank; then nobody is let in. */
    public Optional<String> find(String name) {
        try {
            String value = Files.readString(folder.resolve(name)).strip();
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
