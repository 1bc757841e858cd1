package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real program against a running hub: what it says, what it does, and what the shell is told. */
class HubctlTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE_BLOCK = Pattern.compile("```\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private final BlackBoxHub hub = BlackBoxHub.running();

    private record Said(int exit, String out, String err) {}

    @Test
    void theDoctorFindsHubTokenAndClock() throws Exception {
        Said said = hubctl("limin", "doctor", "--json");
        JsonNode report = JSON.readTree(said.out());
        assertThat(report.path("hub").asBoolean()).as(said.toString()).isTrue();
        assertThat(report.path("token").asBoolean()).isTrue();
        assertThat(report.path("skewSeconds").asLong()).isLessThan(30);
        assertThat(said.exit()).isZero();
        assertThat(hubctl("zhoumin", "doctor").exit())
                .as("the office has no duty")
                .isEqualTo(4);
        assertThat(hubctl("limin", "doctor", "--lang", "en").out()).contains("clock", "ok");
    }

    @Test
    void whatIsListedIsTheHubsOwnAnswer() throws Exception {
        somethingIsOwed();
        Said json = hubctl("limin", "partner", "list", "--json");
        assertThat(json.exit()).as(json.toString()).isZero();
        assertThat(JSON.readTree(json.out()).findValuesAsText("partner")).contains("province", "portal");
        assertThat(hubctl("limin", "partner", "list").out()).contains("单位", "province", "照常");
        String date = LocalDate.now().minusDays(31).toString();
        assertThat(hubctl("limin", "night", "show", date).exit()).isZero();
        assertThat(hubctl("limin", "job", "list").out()).contains("处置");
        assertThat(hubctl("limin", "keys", "show").out()).contains("台账之外的报送");
        assertThat(hubctl("limin", "undrawable").exit()).isZero();
        assertThat(hubctl("limin", "act", "offers", "partner", "judiciary").out())
                .contains("pause-partner");
    }

    /** Found by a fragment, and followed to the tries; what a role may not see is refused by the hub. */
    @Test
    void messagesDrawsAccountsAndTheTrailAreRead() throws Exception {
        somethingIsOwed();
        JsonNode found = JSON.readTree(
                hubctl("limin", "message", "find", "XC-20", "--json").out());
        assertThat(found).isNotEmpty();
        String message = found.get(0).path("dispatch").asText();
        Said shown = hubctl("limin", "message", "show", message);
        assertThat(shown.out()).as(shown.err()).contains(message, "获批准", "处置", "报送");
        assertThat(hubctl("limin", "message", "show", "D-none").err()).contains("E-DISPATCH-UNKNOWN");
        assertThat(hubctl("limin", "message", "find", "没有这样的东西").out()).contains("没有");
        assertThat(hubctl("limin", "run", "held").exit()).isZero();
        assertThat(hubctl("limin", "run", "approve", "20200101-nothing", "--reason", "试", "--yes")
                        .err())
                .contains("E-ACT-RIGHT");
        assertThat(hubctl("limin", "draw", "list", "2020").out()).contains("没有");
        assertThat(hubctl("limin", "draw", "show", "XCZRZY-2020-0001").exit()).isEqualTo(3);
        assertThat(hubctl("limin", "account", "list").exit())
                .as("no administrator")
                .isEqualTo(4);
        assertThat(hubctl("limin", "audit", "list").exit()).as("no auditor").isEqualTo(4);
    }

    @Test
    void whoMayTakesAccountsAndTheTrailAwayAndTheTrailSaysSo() throws Exception {
        ConsolePeople people = ConsolePeople.ofTheBlackBox();
        String admin = token(people.letIn("ctl.admin", "ADMIN"));
        Said accounts = run(Map.of("HUBCTL_TOKEN", admin), "account", "list");
        assertThat(accounts.out()).as(accounts.err()).contains("ctl.admin", "系统管理员", "启用");
        String auditor = token(people.letIn("ctl.auditor", "AUDITOR"));
        assertThat(run(Map.of("HUBCTL_TOKEN", auditor), "audit", "list").out()).contains("ctl.auditor", "登录");
        Path file = folder.resolve("trail.csv");
        long before = new HubSql(hub.process()).lastSeq();
        Said written = run(Map.of("HUBCTL_TOKEN", auditor), "audit", "export", file.toString());
        assertThat(written.exit()).as(written.toString()).isZero();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).startsWith("seq,at,actor");
        assertThat(lines.size() - 1).isGreaterThanOrEqualTo((int) Math.min(before, 500));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(run(Map.of("HUBCTL_TOKEN", auditor), "audit", "export", file.toString())
                        .exit())
                .as("an existing file is not overwritten")
                .isEqualTo(2);
        assertThat(new HubSql(hub.process()).trail(before))
                .anyMatch(row -> row.get("action").equals("audit.exported")
                        && row.get("actor").equals("ctl.auditor"));
        assertThat(RawCall.get("/api/audit/2026-11-30/2026-11-01/newest")
                        .with("Authorization", "Bearer " + auditor)
                        .send()
                        .body())
                .contains("E-AUDIT-PERIOD");
        assertThat(RawCall.get("/api/audit/yesterday/2026-11-01/newest")
                        .with("Authorization", "Bearer " + auditor)
                        .send()
                        .body())
                .contains("E-AUDIT-PERIOD");
    }

    private static String token(WebClient person) {
        String page = person.submit(
                        "/tokens",
                        "/tokens",
                        Map.of(
                                "name",
                                "命令行",
                                "days",
                                "1",
                                "readOnly",
                                "true",
                                "current",
                                ConsolePeople.PASSWORD,
                                "reason",
                                "试"))
                .body();
        int begin = page.indexOf("hubpt_");
        return page.substring(begin, page.indexOf('"', begin));
    }

    private void somethingIsOwed() {
        String planNo = hub.api("周敏")
                .post(
                        "/api/plans",
                        "{\"year\": 2026, \"name\": \"年度计划\", \"items\": [{\"itemCode\": \"NRP-01\", \"ratioBp\": 500}]}")
                .body()
                .path("planNo")
                .asText();
        assertThat(hub.api("何建国")
                        .post("/api/plans/" + planNo + "/approve", "{\"document\": \"批1\"}")
                        .status())
                .isEqualTo(200);
    }

    /** Previewed, agreed to, done, and in the trail as by the button. */
    @Test
    void anActIsPreviewedFirstAndBearsThePersonsName() throws Exception {
        HubSql sql = new HubSql(hub.process());
        long before = sql.lastSeq();
        Said unasked = hubctl("limin", "partner", "pause", "judiciary", "--reason", "对方机房检修");
        assertThat(unasked.exit()).as(unasked.toString()).isEqualTo(2);
        assertThat(unasked.err()).contains("将会", "--yes");
        assertThat(sql.trail(before)).noneMatch(row -> row.get("action").equals("act.pause-partner"));
        Said paused = hubctl("limin", "partner", "pause", "judiciary", "--reason", "对方机房检修", "--yes");
        assertThat(paused.exit()).as(paused.toString()).isZero();
        try {
            Said twice = hubctl("wangqiang", "partner", "pause", "judiciary", "--reason", "再按一次", "--yes");
            assertThat(twice.exit()).isEqualTo(3);
            assertThat(twice.err()).contains("E-PAUSE-STATE", "limin");
            assertThat(hubctl("limin", "act", "offers", "partner", "judiciary").out())
                    .contains("resume-partner")
                    .doesNotContain("pause-partner");
        } finally {
            assertThat(hubctl("limin", "partner", "resume", "judiciary", "--reason", "修好了", "--yes")
                            .exit())
                    .isZero();
        }
        assertThat(sql.trail(before))
                .filteredOn(row -> row.get("action").equals("act.pause-partner"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("actor", "limin")
                        .containsEntry("reason", "对方机房检修")
                        .containsEntry("result", "成功"));
    }

    @Test
    void aTestOfTheConnectionSaysByItsExitCodeWhetherItIsThrough() throws Exception {
        Said through = hubctl("limin", "partner", "test", "portal", "--reason", "换了密钥", "--yes");
        assertThat(through.exit()).as(through.toString()).isZero();
        hub.city().mood("portal", "down");
        try {
            Said down = hubctl("limin", "partner", "test", "portal", "--reason", "换了密钥", "--yes");
            assertThat(down.exit()).as(down.toString()).isEqualTo(1);
            assertThat(down.out()).contains("不通，");
        } finally {
            hub.city().mood("portal", "calm");
        }
    }

    @Test
    void theShellIsToldWhyNot() throws Exception {
        assertThat(hubctl("limin", "partner", "pausing").exit()).isEqualTo(2);
        assertThat(hubctl("limin", "run", "catch-up", "none", "--yes").exit())
                .as("no reason")
                .isEqualTo(2);
        Said unknown = hubctl("limin", "act", "press", "no-such-act", "x", "--reason", "试", "--yes");
        assertThat(unknown.exit()).isEqualTo(3);
        assertThat(unknown.err()).contains("E-ACT-UNKNOWN");
        assertThat(hubctl("operator", "keys", "waive", "credit", "--reason", "试", "--yes")
                        .err())
                .as("a machine's token")
                .contains("E-AUTH-PERSON");
        assertThat(run(Map.of("HUBCTL_TOKEN", "guess"), "partner", "list").exit())
                .isEqualTo(4);
        assertThat(run(Map.of("HUBCTL_TOKEN", "x", "HUBCTL_HUB", "http://127.0.0.1:1"), "partner", "list")
                        .exit())
                .isEqualTo(5);
    }

    @Test
    void aTokenFileThatOthersCanReadIsNotUsed() throws Exception {
        Path file = folder.resolve("token");
        Files.writeString(file, hub.process().secret("limin-token"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Said open = run(Map.of(), "partner", "list", "--token-file", file.toString());
        assertThat(open.exit()).isEqualTo(2);
        assertThat(open.err()).contains("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(run(Map.of(), "partner", "list", "--token-file", file.toString())
                        .exit())
                .isZero();
        assertThat(run(
                                Map.of(),
                                "partner",
                                "list",
                                "--token-file",
                                folder.resolve("none").toString())
                        .exit())
                .isEqualTo(4);
    }

    @Test
    void theShellCompletesItsCommands() throws Exception {
        Path script = folder.resolve("complete.sh");
        Files.writeString(script, run(Map.of(), "completion").out());
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source " + script
                                + "; COMP_WORDS=(hubctl part); COMP_CWORD=1; _complete_hubctl; echo ${COMPREPLY[@]}")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("partner");
    }

    /** A line that somebody copies at night has to be one that the program knows. */
    @ParameterizedTest
    @MethodSource
    void everyLineOfTheRunbookIsUnderstood(String line) throws Exception {
        List<String> words = Stream.of(line.substring("hubctl ".length()).split(" +(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .map(word -> word.replace("\"", ""))
                .toList();
        List<String> unasked = new ArrayList<>(words);
        unasked.addAll(List.of("--hub", "http://127.0.0.1:1"));
        assertThat(run(Map.of("HUBCTL_TOKEN", "x"), unasked.toArray(String[]::new))
                        .exit())
                .as("understood, but nobody is there: " + line)
                .isEqualTo(5);
    }

    static Stream<String> everyLineOfTheRunbookIsUnderstood() throws IOException {
        return lines(Files.readString(Path.of("docs/runbook.md")));
    }

    @Test
    void theRunbookHasNoCurl() throws IOException {
        assertThat(Files.readString(Path.of("docs/runbook.md"))).doesNotContain("curl ");
    }

    private static Stream<String> lines(String page) {
        return CODE_BLOCK
                .matcher(page)
                .results()
                .map((MatchResult block) -> block.group(1))
                .flatMap(String::lines)
                .filter(line -> line.startsWith("hubctl "));
    }

    private Said hubctl(String account, String... words) throws IOException, InterruptedException {
        return run(Map.of("HUBCTL_TOKEN", hub.process().secret(account + "-token")), words);
    }

    private Said run(Map<String, String> more, String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Path.of("bin/hubctl").toAbsolutePath().toString()));
        command.addAll(List.of(words));
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder program = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        program.environment().remove("HUBCTL_TOKEN");
        program.environment().put("HUBCTL_HUB", hub.process().url());
        program.environment().put("HOME", folder.toString());
        program.environment().putAll(more);
        int exit = program.start().waitFor();
        return new Said(exit, Files.readString(out), Files.readString(err));
    }
}
