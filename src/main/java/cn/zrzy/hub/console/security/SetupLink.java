package cn.zrzy.hub.console.security;

import cn.zrzy.hub.kernel.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 一次性设置链接: how the first administrator gets in, since there is no default password. */
@Component
public class SetupLink {

    static final Duration VALID = Duration.ofHours(24);

    private final Accounts accounts;
    private final AccountDesk desk;
    private final Clock clock;
    private final String consoleUrl;
    private final Path file;

    SetupLink(
            Accounts accounts,
            AccountDesk desk,
            Clock clock,
            @Value("${hub.console.url:http://127.0.0.1:8080}") String consoleUrl,
            @Value("${hub.data:./data}") Path data) {
        this.accounts = accounts;
        this.desk = desk;
        this.clock = clock;
        this.consoleUrl = consoleUrl;
        this.file = data.resolve("setup-link.txt");
    }

    /** A hub without accounts says where the first one is made; every start makes a new link and voids the old one. */
    @EventListener(ApplicationReadyEvent.class)
    void offer() {
        if (!accounts.isEmpty()) {
            forget();
            return;
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        accounts.replaceSetupLink(hash(token), clock.instant().plus(VALID));
        String link = consoleUrl + "/setup?token=" + token;
        write(link);
        // Standard output and not a logger: the terminal may show the token, kept log files may not.
        System.out.printf("%n  首次使用：24 小时内打开下面的一次性链接，设置系统管理员（也写在 %s）%n  %s%n%n", file, link);
    }

    public boolean isValid(String token) {
        return accounts.isEmpty() && accounts.isSetupLinkValid(hash(token), clock.instant());
    }

    /** False when the link was used, is too old or was never made. */
    @Transactional
    public boolean use(String token, AccountDesk.Application application, Actor by) {
        if (!accounts.useSetupLink(hash(token), clock.instant()) || !accounts.isEmpty()) {
            return false;
        }
        desk.open(application, by, "首次设置");
        forget();
        return true;
    }

    private static String hash(String token) {
        return Digest.sm3(token.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String link) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, link + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("无法写入 " + file, e);
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("无法删除 " + file, e);
        }
    }
}
