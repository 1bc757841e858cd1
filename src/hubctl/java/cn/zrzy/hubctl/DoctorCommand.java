package cn.zrzy.hubctl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** 自检: is the hub there, does the token open it, do the clocks agree, does anything wait for a person. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {

    /** Signatures of the agencies allow 300 seconds; half a minute is worth a look long before. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    @Mixin
    private Session session;

    private final ObjectNode report = Hub.JSON.createObjectNode();
    private final Table table = new Table(Words.say("col.check"), Words.say("col.state"), Words.say("col.detail"));
    private boolean well = true;

    @Override
    public Integer call() {
        Hub hub = session.hub();
        HttpResponse<String> contract = hub.look("/api/openapi.json");
        note("hub", contract.statusCode() == 200, "HTTP " + contract.statusCode());
        contract.headers().firstValue("Date").ifPresent(this::clock);
        int token = hub.look("/api/operator/partners").statusCode();
        note("token", token == 200, Words.of("doctor.token", Integer.toString(token)));
        if (token == 200) {
            int waiting = hub.get("/api/operator/problems").size();
            report.put("waiting", waiting);
            table.row(Words.say("doctor.waiting"), "", waiting);
        }
        report.put("well", well);
        session.print(report, () -> table);
        return well ? Exit.DONE : token == 401 || token == 403 ? Exit.UNAUTHORISED : Exit.FOUND;
    }

    private void clock(String date) {
        Duration skew = Duration.between(
                        ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME), ZonedDateTime.now())
                .abs();
        report.put("skewSeconds", skew.toSeconds());
        note("clock", skew.compareTo(SKEW) < 0, Words.say("doctor.skew", skew.toSeconds()));
    }

    private void note(String check, boolean good, String detail) {
        well &= good;
        report.put(check, good);
        table.row(Words.say("doctor." + check), Words.say(good ? "good" : "bad"), detail);
    }
}
