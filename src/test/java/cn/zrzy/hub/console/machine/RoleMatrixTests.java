package cn.zrzy.hub.console.machine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.fixtures.PrintedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Who may call what: the door's table holds each call of {@code routes/api} once, and docs/security.md prints it. */
class RoleMatrixTests {

    private static final Path SECURITY = Path.of("docs/security.md");
    private static final String BEGIN = "<!-- 接口权限：由 RoleMatrixTests 打印，请勿手改 -->\n";
    private static final String END = "<!-- 接口权限完 -->\n";
    private static final Map<Role, String> ROLES = new EnumMap<>(Map.of(
            Role.OFFICE, "抽查办", Role.OPERATOR, "值班员", Role.LEAD, "值班长", Role.ADMIN, "系统管理员", Role.AUDITOR, "审计员"));
    private static final Map<ApiDeed, String> DEEDS =
            new EnumMap<>(Map.of(ApiDeed.READ, "查看", ApiDeed.ENTER, "报送", ApiDeed.DECIDE, "决定"));

    /** A call that nobody put into the table would be nobody's, or everybody's. */
    @Test
    void everyCallStandsInTheTableOnce() throws IOException {
        List<String> inTheTable = ApiRights.ALL.stream()
                .map(right -> right.method() + " " + right.path())
                .toList();
        assertThat(inTheTable).doesNotHaveDuplicates();
        assertThat(inTheTable).containsExactlyInAnyOrderElementsOf(calls().keySet());
    }

    /** What changes something and is no mere report is a person's. */
    @Test
    void aMachineMayEnterThreeKindsOfPaperAndNothingElse() {
        assertThat(ApiRights.ALL)
                .filteredOn(right -> right.deed() == ApiDeed.ENTER)
                .extracting(ApiRight::path)
                .containsExactly("/api/plans", "/api/schemes", "/api/findings");
        assertThat(ApiRights.ALL)
                .filteredOn(right -> right.deed() == ApiDeed.READ)
                .allMatch(right -> right.method().name().equals("GET"));
    }

    @Test
    void theTableInTheDocsIsTheDoors() throws IOException {
        String page = Files.readString(SECURITY);
        assertThat(page).contains(BEGIN, END);
        String before = page.substring(0, page.indexOf(BEGIN));
        String after = page.substring(page.indexOf(END));
        PrintedPage.upToDate("security.md", before + BEGIN + table() + after, RoleMatrixTests.class);
    }

    private static String table() throws IOException {
        Map<String, String> words = calls();
        return "| 接口 | 办什么 | 性质 | 角色 | 机器账号 |\n|---|---|---|---|---|\n"
                + ApiRights.ALL.stream().map(right -> line(right, words)).collect(Collectors.joining());
    }

    private static String line(ApiRight right, Map<String, String> words) {
        String roles = right.roles().stream().sorted().map(ROLES::get).collect(Collectors.joining("、"));
        String call = right.method() + " " + right.path();
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(call, words.get(call), DEEDS.get(right.deed()), roles, machine(right) ? "可" : "不可");
    }

    /** There are two, of the office and of the duty room, and neither decides anything. */
    private static boolean machine(ApiRight right) {
        return right.deed() != ApiDeed.DECIDE
                && (right.roles().contains(Role.OFFICE) || right.roles().contains(Role.OPERATOR));
    }

    /** Each call of routes/api with its description; the contract itself is open to all. */
    private static Map<String, String> calls() throws IOException {
        Map<String, String> calls = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("routes/api"))) {
            for (Path file : files.sorted().toList()) {
                List<Map<String, Map<String, Object>>> rests = new Yaml().load(Files.readString(file));
                rests.forEach(rest -> note(rest.get("rest"), calls));
            }
        }
        calls.remove("GET /api/openapi.json");
        return calls;
    }

    @SuppressWarnings("unchecked")
    private static void note(Map<String, Object> rest, Map<String, String> calls) {
        for (String verb : List.of("get", "post", "put", "delete", "patch")) {
            for (Map<String, Object> call : (List<Map<String, Object>>) rest.getOrDefault(verb, List.of())) {
                calls.put(
                        verb.toUpperCase() + " " + rest.get("path") + call.get("path"),
                        String.valueOf(call.get("description")));
            }
        }
    }
}
