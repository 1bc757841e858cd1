package cn.zrzy.sandbox.hr;

import cn.zrzy.sandbox.kit.Agency;
import cn.zrzy.sandbox.kit.Call;
import cn.zrzy.sandbox.kit.HttpDoor;
import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Mood;
import cn.zrzy.sandbox.kit.Moods;
import cn.zrzy.sandbox.kit.Options;
import cn.zrzy.sandbox.kit.SftpDoor;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** 人事系统, simulated; contract in docs/sources/hr.md. */
public final class HrAgency implements Agency {

    private final HttpDoor http;
    private final SftpDoor sftp;

    private HrAgency(HttpDoor http, SftpDoor sftp) {
        this.http = http;
        this.sftp = sftp;
    }

    public static void main(String[] args) throws IOException {
        Agency.run(new Options(args), HrAgency::open);
    }

    public static Agency open(Options options) throws IOException {
        Moods moods = new Moods();
        StaffFile staff = new StaffFile((int) Math.ceil(400 * options.scale()));
        Path data = Files.createDirectories(options.data());
        Outbox outbox = new Outbox(data.resolve("hr/sftp"), staff);
        // Without a fixed date the agency lives with the calendar and publishes each new day when it comes.
        boolean living = options.text("date", "").isEmpty();
        outbox.publish(options.date(), "");
        outbox.publish(options.date().plusDays(1), "");
        HttpDoor http = new HttpDoor("hr", options, 7101, moods, null)
                .control("truth", call -> truth(call, staff, options.date()))
                .control("publish", call -> publish(call, outbox));
        SftpDoor sftp = new SftpDoor(
                "hr",
                options,
                7121,
                moods,
                Moods.EVERY,
                mood -> {
                    http.count();
                    if (living) {
                        today(outbox);
                    }
                    return outbox.root(variant(mood));
                },
                List.of(new Reading()));
        return new HrAgency(http.start(), sftp);
    }

    private static void today(Outbox outbox) {
        try {
            outbox.ensure(LocalDate.now(Options.ZONE));
            outbox.ensure(LocalDate.now(Options.ZONE).plusDays(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String variant(Mood mood) {
        return mood == Mood.GARBAGE || mood == Mood.DUPLICATE ? mood.word() : "calm";
    }

    private static void truth(Call call, StaffFile staff, LocalDate today) throws IOException {
        LocalDate date = LocalDate.parse(call.query("date", today.toString()));
        ObjectNode truth = Json.object().put("date", date.toString()).put("rows", staff.count(date));
        truth.set("bad", Json.MAPPER.valueToTree(staff.bad(date)));
        call.json(200, truth);
    }

    private static void publish(Call call, Outbox outbox) throws IOException {
        LocalDate date = LocalDate.parse(call.query("date", ""));
        String damage = call.query("rows", "");
        if (!List.of("", "0", "half").contains(damage)) {
            throw new IllegalArgumentException("rows 只能是 0 或 half");
        }
        outbox.publish(date, damage);
        call.json(200, Json.object().put("date", date.toString()).put("rows", damage));
    }

    @Override
    public String name() {
        return "hr";
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
        sftp.close();
        http.close();
    }
}
