package cn.zrzy.bench;

import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.fixtures.WebClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;

/**
 * What finding costs with a long history: a hub of its own, a million messages about a quarter of a million findings of thirty
 * thousand firms, and every kind of key. Beside the page stands what the database says that a plain scan of the same keys
 * takes, in the same run on the same rows. {@code bin/bench Find [messages] [rounds]}
 */
public final class FindBench {

    private FindBench() {}

    public static void main(String[] args) throws Exception {
        Machine.quiet();
        int messages = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        Path data = Path.of("target/bench/find-" + ProcessHandle.current().pid());
        try (HubProcess hub = new HubProcess(data, TestDatabase.freePort())) {
            hub.with(DeskBench.nobody(data));
            hub.start("");
            hub.awaitReady(Duration.ofMinutes(5));
            WebClient desk = ConsolePeople.first(hub).letIn("bench", "LEAD");
            try (Connection connection = database(hub)) {
                FindSeed seed = new FindSeed(connection);
                seed.firms();
                new DeskSeed(connection).messages(messages);
                new DeskSeed(connection).runs(10_000);
                seed.about(messages);
                pages(desk, connection, rounds);
            }
        }
        System.out.println(Machine.line());
        System.exit(0);
    }

    private static Connection database(HubProcess hub) throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + hub.postgresPort() + "/postgres";
        return DriverManager.getConnection(url, "hub", hub.secret("postgres-password"));
    }

    private static void pages(WebClient desk, Connection connection, int rounds) throws SQLException {
        System.out.printf("%-34s %9s %9s %9s   %s%n", "typed", "first", "p50", "worst", "ms; plain scan of the keys");
        for (String typed : new String[] {
            "91411002MA0001234X",
            "0001234X",
            "第1234测绘",
            "测绘",
            "XC-2025-P003-T75123",
            "P003-T7512",
            "T751",
            "2025",
            "D000750001",
            "HN750001",
            "绝无此家单位",
            "SEED-9"
        }) {
            double[] times = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                if (desk.get("/find?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                                .statusCode()
                        != 200) {
                    throw new IllegalStateException(typed);
                }
                times[round] = (System.nanoTime() - start) / 1e6;
            }
            double first = times[0];
            Arrays.sort(times);
            System.out.printf(
                    "%-34s %9.0f %9.0f %9.0f   %9.0f%n",
                    typed, first, times[rounds / 2], times[rounds - 1], scan(connection, typed));
        }
    }

    /** The same question without any index: every key of every message is read. */
    private static double scan(Connection connection, String typed) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set enable_indexscan = off");
            statement.execute("set enable_bitmapscan = off");
            statement.execute("set enable_indexonlyscan = off");
            String time = "";
            try (ResultSet plan =
                    statement.executeQuery("explain (analyze, timing off) select count(*) from delivery.dispatch_key"
                            + " where key like '%" + typed + "%'")) {
                while (plan.next()) {
                    time = plan.getString(1);
                }
            }
            statement.execute("reset all");
            return Double.parseDouble(time.replaceAll("[^0-9.]", ""));
        }
    }
}
