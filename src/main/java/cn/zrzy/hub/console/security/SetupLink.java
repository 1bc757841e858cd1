package cn.zrzy.hub.console.security;

import cn.zrzy.hub.audit.AuditEvent;
import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.RandomCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 一次性设置链接: how the first administrator gets in, since there is no default password, and how another one does when the
 * only one is lost (找回): whoever may write into the hub's data folder, its operating-system account, asks with a file.
 */
@Component
public class SetupLink {

    static final Duration VALID = Duration.ofHours(24);
    static final Duration RECOVERY_VALID = Duration.ofHours(1);

    private final Accounts accounts;
    private final AccountDesk desk;
    private final AuditTrail audit;
    private final Clock clock;
    private final String consoleUrl;
    private final Path file;
    private final Path wish;

    SetupLink(
            Accounts accounts,
            AccountDesk desk,
            AuditTrail audit,
            Clock clock,
            @Value("${hub.console.url:http://127.0.0.1:8080}") String consoleUrl,
            @Value("${hub.data:./data}") Path data) {
        this.accounts = accounts;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
        this.consoleUrl = consoleUrl;
        this.file = data.resolve("setup-link.txt");
        this.wish = data.resolve("recover-administrator");
    }

    /** A hub without an administrator says where the first one is made; every start makes a new link and voids the old one. */
    @EventListener(ApplicationReadyEvent.class)
    void offer() {
        boolean wished = removed(wish);
        if (!accounts.hasAdministrator()) {
            offer(Accounts.Purpose.FIRST, VALID, "首次使用：24 小时内打开下面的一次性链接，设置系统管理员");
        } else if (wished) {
            audit.record(AuditEvent.bySystem(
                    "console.recovery-offered", wish.getFileName().toString(), "一小时内有效"));
            offer(Accounts.Purpose.RECOVERY, RECOVERY_VALID, "找回：1 小时内打开下面的一次性链接，另设一名系统管理员");
        } else {
            accounts.dropSetupLink();
            removed(file);
        }
    }

    private void offer(Accounts.Purpose purpose, Duration valid, String sentence) {
        String token = RandomCode.token();
        accounts.replaceSetupLink(Digest.sm3(token), clock.instant().plus(valid), purpose);
        String link = consoleUrl + "/setup?token=" + token;
        write(link);
        // Standard output and not a logger: the terminal may show the token, kept log files may not.
        System.out.printf("%n  %s（也写在 %s）%n  %s%n%n", sentence, file, link);
    }

    public boolean isValid(String token) {
        return purpose(token).isPresent();
    }

    private Optional<Accounts.Purpose> purpose(String token) {
        return accounts.setupLink(Digest.sm3(token), clock.instant())
                .filter(purpose -> purpose == Accounts.Purpose.RECOVERY || !accounts.hasAdministrator());
    }

    /** False when the link was used, is too old or was never made. */
    @Transactional
    public boolean use(String token, AccountDesk.Application application, Actor by) {
        Optional<Accounts.Purpose> purpose = purpose(token);
        if (purpose.isEmpty() || !accounts.useSetupLink(Digest.sm3(token), clock.instant())) {
            return false;
        }
        desk.open(application, by, purpose.get() == Accounts.Purpose.RECOVERY ? "找回系统管理员" : "首次设置");
        removed(file);
        return true;
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

    private static boolean removed(Path path) {
        try {
            return Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("无法删除 " + path, e);
        }
    }
}
