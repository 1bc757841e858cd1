package cn.zrzy.sandbox.judiciary;

import cn.zrzy.sandbox.kit.Agency;
import cn.zrzy.sandbox.kit.EffectBook;
import cn.zrzy.sandbox.kit.Holdings;
import cn.zrzy.sandbox.kit.HttpDoor;
import cn.zrzy.sandbox.kit.Mood;
import cn.zrzy.sandbox.kit.Moods;
import cn.zrzy.sandbox.kit.Options;
import cn.zrzy.sandbox.kit.SftpDoor;
import cn.zrzy.sandbox.kit.Withheld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/** 公安机关（行刑衔接）, simulated; contract in docs/partners/judiciary.md. */
public final class JudiciaryAgency implements Agency {

    private final HttpDoor http;
    private final SftpDoor sftp;
    private final EffectBook book;
    private final Intake intake;

    private JudiciaryAgency(HttpDoor http, SftpDoor sftp, EffectBook book, Intake intake) {
        this.http = http;
        this.sftp = sftp;
        this.book = book;
        this.intake = intake;
    }

    public static void main(String[] args) throws IOException {
        Agency.run(new Options(args), JudiciaryAgency::open);
    }

    public static Agency open(Options options) throws IOException {
        Moods moods = new Moods();
        Path own = Files.createDirectories(options.data().resolve("judiciary"));
        Path root = own.resolve("sftp");
        Files.createDirectories(root.resolve("inbox"));
        Files.createDirectories(root.resolve("outbox"));
        EffectBook book = new EffectBook(own.resolve("effects.jsonl"));
        HttpDoor http = new HttpDoor("judiciary", options, 7106, moods, book).start();
        SftpDoor sftp = new SftpDoor("judiciary", options, 7126, moods, EnumSet.of(Mood.DOWN), mood -> root, List.of());
        Registrar registrar = new Registrar(book, new Holdings(book, options, 100));
        Intake intake = new Intake(
                root, own.resolve("archive"), moods, registrar, new Withheld(own.resolve("withheld")), http::count);
        intake.start();
        return new JudiciaryAgency(http, sftp, book, intake);
    }

    @Override
    public String name() {
        return "judiciary";
    }

    @Override
    public int http() {
        return http.port();
    }

    @Override
    public int sftp() {
        return sftp.port();
    }

    @Override
    public void close() {
        intake.close();
        sftp.close();
        http.close();
        book.close();
    }
}
