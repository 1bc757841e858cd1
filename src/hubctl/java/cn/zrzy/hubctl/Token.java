package cn.zrzy.hubctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** 个人令牌: from the environment or a file that only its owner may read, never from the command line, which others can see. */
final class Token {

    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private Token() {}

    static String read(Path named) {
        String given = System.getenv("HUBCTL_TOKEN");
        if (named == null && given != null && !given.isBlank()) {
            return given.strip();
        }
        Path file = named == null ? Path.of(System.getProperty("user.home"), ".config/hubctl/token") : named;
        if (!Files.isReadable(file)) {
            throw new Stop(Exit.UNAUTHORISED, Words.say("token.missing", file));
        }
        try {
            if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
                throw new Stop(Exit.USAGE, Words.say("token.open", file));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Stop(Exit.UNAUTHORISED, Words.say("token.missing", file));
        }
    }
}
