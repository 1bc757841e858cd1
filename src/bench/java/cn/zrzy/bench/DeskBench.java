package cn.zrzy.bench;

import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.fixtures.WebClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * How long a page of the console takes with a long history: a hub of its own, a million messages and ten thousand runs in its
 * database, each page asked for again and again. {@code bin/bench Desk [messages] [runs] [rounds]}, and with
 * {@code JAVA_OPTS="-Dhub.jar=… -Dhub.home=…"} the same for a packaged hub of another version.
 */
public final class DeskBench {

    private DeskBench() {}

    public static void main(String[] args) throws Exception {
        Machine.quiet();
        int messages = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 20;
        Path data = Path.of("target/bench/desk-" + ProcessHandle.current().pid());
        try (HubProcess hub = new HubProcess(data, TestDatabase.freePort())) {
            hub.with(nobody(data));
            hub.start("");
            hub.awaitReady(Duration.ofMinutes(5));
            WebClient desk = ConsolePeople.first(hub).letIn("bench", "LEAD");
            try (Connection connection = database(hub)) {
                DeskSeed seed = new DeskSeed(connection);
                seed.messages(messages);
                seed.runs(runs);
                seed.analyze();
                settle(seed, messages);
                pages(desk, seed.anyKey(), rounds);
            }
        }
        System.out.println(Machine.line());
        System.exit(0);
    }

    /** Partners and sources that are not there: nothing is to move but what is looked at. */
    static Map<String, String> nobody(Path data) {
        Map<String, String> away = new TreeMap<>();
        for (String door :
                "hr.http hr.sftp landuse.http province.http portal.http judiciary.http judiciary.sftp credit.http tsa.http robots.http"
                        .split(" ")) {
            away.put("sandbox." + door, "1");
        }
        away.put("sandbox.data", data.resolve("sandbox").toAbsolutePath().toString());
        return away;
    }

    private static Connection database(HubProcess hub) throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + hub.postgresPort() + "/postgres";
        return DriverManager.getConnection(url, "hub", hub.secret("postgres-password"));
    }

    /** A hub that checks its books in the background has a million rows to check first. */
    private static void settle(DeskSeed seed, int messages) throws Exception {
        long start = System.nanoTime();
        while (seed.unchecked() > 0 || seed.unplaced() > 0) {
            TimeUnit.SECONDS.sleep(1);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (seconds > 1) {
            System.out.printf("  placed and checked in the background: %,.0f a second%n", messages / seconds);
        }
    }

    private static void pages(WebClient desk, String key, int rounds) {
        System.out.printf("%-40s %9s %9s %9s  ms%n", "page", "first", "p50", "p95");
        for (String path : new String[] {
            "/ops",
            "/ops/board",
            "/messages",
            "/messages?page=200",
            "/messages?state=CONFIRMED",
            "/messages?state=PARKED",
            "/messages?partner=province",
            "/messages?q=" + key,
            "/messages?q=" + key.substring(0, key.indexOf("-T")),
            "/sync"
        }) {
            double[] times = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                if (desk.get(path).statusCode() != 200) {
                    throw new IllegalStateException(path);
                }
                times[round] = (System.nanoTime() - start) / 1e6;
            }
            double first = times[0];
            Arrays.sort(times);
            System.out.printf(
                    "%-40s %9.0f %9.0f %9.0f%n",
                    path, first, times[rounds / 2], times[Math.min(rounds - 1, rounds * 95 / 100)]);
        }
    }
}
