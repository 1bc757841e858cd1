package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One box finds each thing by any of its keys, for whoever may know of it, and for nobody else. */
class FindAnythingTests {

    private static final HubSql SQL = new HubSql(BlackBoxHub.running().process());
    private static final Map<String, WebClient> PEOPLE = new LinkedHashMap<>();
    private static final String RUN = "20250301-sync-units-from-landuse";

    private static FirmOnRecord firm;
    private static FirmOnRecord sealed;
    private static String finding;
    private static String sealedFinding;

    @BeforeAll
    static void books() {
        firm = new FirmOnRecord(false);
        sealed = new FirmOnRecord(true);
        finding = firm.found();
        sealedFinding = sealed.found();
        ConsolePeople people = ConsolePeople.ofTheBlackBox();
        for (String role : new String[] {"OPERATOR", "LEAD", "OFFICE", "AUDITOR"}) {
            PEOPLE.put(role, people.letIn("find-" + role.toLowerCase() + firm.mark, role));
        }
        PEOPLE.put("ADMIN", people.admin());
        SQL.update("""
                insert into duty.run (run_id, job, business_date, position, origin, state, due_at, next_at, trace_id, message)
                values (?, 'sync-units-from-landuse', date '2025-03-01', 1, 'clock', 'DONE', now(), now(), repeat('c', 32), '')
                on conflict do nothing
                """, RUN);
        SQL.update("""
                insert into intake.quarantined_row (feed, identity, last_run, source, line, col, field, rule, message, value,
                    original, state, owner, first_seen, last_seen)
                values ('landuse.units', 'key:SURVEY_UNIT/' || ?, ?, '单位第1页', 7, 0, 'tyshxydm', 'E-USCC', '校验位应为J', ?, '\\x00',
                    'OPEN', '测绘科', now(), now())
                """, firm.code, RUN, firm.code);
    }

    @AfterAll
    static void clear() {
        firm.forget();
        sealed.forget();
        SQL.update("delete from duty.run where run_id = ?", RUN);
        SQL.update("delete from intake.quarantined_row where last_run = ?", RUN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPERATOR", "LEAD", "OFFICE", "AUDITOR"})
    void aCreditCodeLeadsToEverythingThatIsKnownOfTheFirm(String role) {
        assertThat(find(role, firm.code))
                .contains(
                        "find-SUBJECT",
                        "href=\"/subjects/" + firm.code + "\"",
                        "found-" + firm.taskNo,
                        "found-" + finding + "@1",
                        "find-DRAW_LINE",
                        "find-MESSAGE",
                        "find-QUARANTINED",
                        firm.name);
    }

    /** Each thing by a key of its own, whole, begun, or from its middle; in any width or case. */
    @Test
    void eachKindIsFoundByEachOfItsKeys() {
        foundBy("SUBJECT", firm.code, firm.code.substring(4), firm.code.toLowerCase(), "寻踪" + firm.mark, firm.oldName);
        foundBy("SUBJECT", "９１" + firm.code.substring(2));
        foundBy("INSPECTOR", firm.staff, firm.certificate, firm.certificate.substring(3), "赵小明");
        foundBy("VISIT", firm.taskNo, "FIND-" + firm.mark, firm.code, firm.name, firm.oldName, firm.certificate);
        foundBy("FINDING", finding, firm.taskNo, finding.substring(5), firm.code, firm.name);
        foundBy("DRAW", firm.drawNo, firm.schemeNo, "find-s" + firm.mark);
        foundBy("DRAW_LINE", firm.code, firm.name, "寻踪" + firm.mark, firm.certificate);
        foundBy(
                "MESSAGE",
                finding,
                finding + "@1",
                firm.code,
                firm.name,
                firm.oldName,
                firm.taskNo,
                firm.drawNo,
                message());
        foundBy("RUN", RUN, "20250301", "用地系统单位".substring(0, 2), "cccccccccccc");
        foundBy("QUARANTINED", firm.code, "校验位应为J", "e-uscc");
    }

    private static void foundBy(String kind, String... keys) {
        for (String key : keys) {
            assertThat(find("OPERATOR", key)).as(kind + " by " + key).contains("find-" + kind + "\"");
        }
    }

    private static String message() {
        return String.valueOf(SQL.rows("select id from delivery.dispatch where subject = ? order by no", finding)
                .get(0)
                .get("id"));
    }

    @Test
    void whoeverWasDrawnInASealedDrawIsFoundByTheOfficeAlone() {
        for (String role : new String[] {"OPERATOR", "LEAD", "AUDITOR", "ADMIN"}) {
            for (String words : new String[] {sealed.code, sealed.name, sealed.drawNo, sealed.taskNo, sealedFinding}) {
                assertThat(find(role, words))
                        .as(role + " by " + words)
                        .doesNotContain(
                                "found-" + sealed.taskNo,
                                "find-VISIT",
                                "find-FINDING",
                                "find-DRAW_LINE",
                                "find-MESSAGE");
            }
            assertThat(find(role, sealed.drawNo)).contains("find-DRAW").doesNotContain(sealed.name, sealed.code);
        }
        assertThat(find("OPERATOR", firm.certificate))
                .contains("found-" + firm.taskNo)
                .doesNotContain("found-" + sealed.taskNo, sealed.name);
        assertThat(PEOPLE.get("OPERATOR").get("/inspectors/" + firm.staff).body())
                .contains(firm.taskNo)
                .doesNotContain(sealed.taskNo, sealed.drawNo, sealed.name);
        assertThat(PEOPLE.get("OPERATOR").get("/subjects/" + sealed.code).body())
                .contains(sealed.name)
                .doesNotContain(sealed.taskNo, sealed.drawNo, sealedFinding);
        assertThat(find("OFFICE", sealed.code)).contains("found-" + sealed.taskNo, "find-DRAW_LINE", "find-MESSAGE");
        assertThat(PEOPLE.get("OFFICE").get("/subjects/" + sealed.code).body()).contains(sealed.taskNo, sealed.drawNo);
    }

    /** What went to a partner says whom it is about; so does what came back. */
    @Test
    void aSealedDrawsMessagesAreOpenedByTheOfficeAlone() {
        String id =
                String.valueOf(SQL.rows("select id from delivery.dispatch where subject = ? order by no", sealedFinding)
                        .get(0)
                        .get("id"));
        for (String role : new String[] {"OPERATOR", "LEAD", "AUDITOR"}) {
            WebClient person = PEOPLE.get(role);
            assertThat(person.get("/messages/" + id).body()).doesNotContain(sealed.name, sealed.code);
            assertThat(person.get("/messages/" + id).body()).as("no button").doesNotContain("/body\"");
            assertThat(person.submit("/messages/" + id, "/messages/" + id + "/body", Map.of("reason", "核对"))
                            .body())
                    .as(role)
                    .doesNotContain(sealed.name, sealed.code);
        }
    }

    /** Beside a message stands whom it is about, in every list; not while that is a secret. */
    @Test
    void eachMessageBearsTheNameOfItsObject() {
        String list = "/messages?q=" + encoded(finding);
        assertThat(PEOPLE.get("OPERATOR").get(list).body()).contains(">" + firm.name + "</a>");
        assertThat(PEOPLE.get("OPERATOR").get("/messages/" + message()).body()).contains(firm.name);
        String all = PEOPLE.get("OPERATOR").get("/messages").body();
        assertThat(all).contains(firm.name).doesNotContain(sealed.name);
        assertThat(PEOPLE.get("OFFICE").get("/messages").body()).contains(sealed.name);
        assertThat(PEOPLE.get("ADMIN").get("/messages").body()).doesNotContain(firm.name);
    }

    @Test
    void onceOpenedItIsFoundByAll() {
        FirmOnRecord later = new FirmOnRecord(true);
        try {
            assertThat(find("OPERATOR", later.code)).doesNotContain("found-" + later.taskNo);
            later.open();
            assertThat(find("OPERATOR", later.code)).contains("found-" + later.taskNo, "find-DRAW_LINE");
        } finally {
            later.forget();
        }
    }

    @Test
    void theAdministratorFindsNobodyWhoIsInspected() {
        assertThat(find("ADMIN", firm.code))
                .doesNotContain("find-SUBJECT", "find-VISIT", "find-FINDING", "find-DRAW_LINE", firm.name);
        assertThat(find("ADMIN", RUN)).contains("find-RUN");
        assertThat(PEOPLE.get("ADMIN").get("/subjects/" + firm.code).statusCode())
                .isEqualTo(403);
        assertThat(PEOPLE.get("ADMIN").get("/inspectors/" + firm.staff).statusCode())
                .isEqualTo(403);
    }

    @Test
    void peopleAreShownByTheirFamilyNames() {
        String parcel = "DK:TEST" + firm.mark;
        SQL.update("""
                insert into registry.subject_version (key, version, feed, code, kind, name, holder_name, holder_code, region,
                    tags, credit, status, obstacle, valid_to, details, digest, retired, run_id, since)
                values ('PARCEL/' || ?, 1, 'test.firms', ?, 'PARCEL', '试验路1号', '钱小红', '', '411002', '{}', '',
                    '在用', '', null, '{}', 'x', false, 'test-run', now())
                """, parcel, parcel);
        try {
            assertThat(find("OPERATOR", parcel)).contains("钱*", "试验路1号").doesNotContain("钱小红");
            assertThat(PEOPLE.get("OPERATOR")
                            .get("/subjects/" + encoded(parcel))
                            .body())
                    .contains("钱*")
                    .doesNotContain("钱小红");
            assertThat(find("OPERATOR", firm.staff)).contains("赵*").doesNotContain("赵小明");
            assertThat(PEOPLE.get("OPERATOR").get("/inspectors/" + firm.staff).body())
                    .contains("赵*")
                    .doesNotContain("赵小明");
        } finally {
            SQL.update("delete from registry.subject_version where code = ?", parcel);
        }
    }

    @Test
    void theFileOfAFirmTellsItsStoryAndWhatEachPartnerHolds() {
        String page = PEOPLE.get("AUDITOR").get("/subjects/" + firm.code).body();
        assertThat(page)
                .contains(firm.name, firm.oldName, "20260101-test", firm.taskNo, finding + "@1", "moment-VERSION")
                .contains(
                        "moment-VISIT", "moment-FINDING", "moment-DRAW_LINE", "moment-MESSAGE", "data-testid=\"held\"");
        assertThat(PEOPLE.get("AUDITOR")
                        .get("/subjects/" + firm.code + "?show=" + firm.taskNo)
                        .body())
                .contains("aria-current=\"true\"");
        assertThat(PEOPLE.get("AUDITOR").get("/subjects/NOBODY").statusCode()).isEqualTo(404);
        assertThat(PEOPLE.get("AUDITOR").get("/inspectors/NOBODY").statusCode()).isEqualTo(404);
    }

    @Test
    void nothingAndTooLittleAreSaid() {
        assertThat(find("OPERATOR", "绝无此家单位")).contains("find-none", "没有找到");
        assertThat(find("OPERATOR", "许")).contains("find-none", "至少输入两个字");
        assertThat(find("OPERATOR", "")).contains("至少输入两个字");
        assertThat(find("OPERATOR", "%%")).contains("没有找到");
        assertThat(find("OPERATOR", "<script>alert(1)</script>")).doesNotContain("<script>alert");
    }

    private static String find(String role, String words) {
        return PEOPLE.get(role).get("/find?q=" + encoded(words)).body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
