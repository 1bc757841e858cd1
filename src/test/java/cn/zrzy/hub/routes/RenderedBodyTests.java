package cn.zrzy.hub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.plan.PlanApproved;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes that really went out, against the schemas of the contracts. */
class RenderedBodyTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, byte[]> SENT = new LinkedHashMap<>();

    @BeforeAll
    static void tellOneStory() {
        PartnerHarness hub = PartnerHarness.get();
        PlanApproved plan = hub.stories.plan();
        var scheme = hub.stories.scheme(plan);
        var frozen = hub.stories.frozen(scheme);
        var drawn = hub.stories.drawn(frozen);
        var finding = hub.stories.finding(plan.planNo());
        var corrected = hub.stories.corrected(drawn);
        var voided = hub.stories.voided(drawn);
        List.of(plan, scheme, frozen, drawn, finding, corrected, voided).forEach(hub::happens);
        hub.await("publish-void-to-province", voided.key(), cn.zrzy.hub.delivery.DispatchState.CONFIRMED);
        hub.await("publish-void-to-portal", voided.key(), cn.zrzy.hub.delivery.DispatchState.CONFIRMED);
        hub.await("publish-results-to-province", finding.key(), cn.zrzy.hub.delivery.DispatchState.CONFIRMED);
        hub.await("publish-results-to-portal", finding.key(), cn.zrzy.hub.delivery.DispatchState.CONFIRMED);
        hub.await("refer-record-to-credit", finding.key(), cn.zrzy.hub.delivery.DispatchState.CONFIRMED);
        hub.await("refer-case-to-enforcement", finding.key(), cn.zrzy.hub.delivery.DispatchState.CONFIRMED);
        hub.await("refer-case-to-judiciary", finding.key(), cn.zrzy.hub.delivery.DispatchState.CONFIRMED);
        for (DispatchSummary line : hub.desk().search(plan.planNo())) {
            SENT.put(line.route(), body(hub, line));
        }
    }

    private static byte[] body(PartnerHarness hub, DispatchSummary line) {
        return hub.jdbc()
                .sql("select bytes from delivery.body b join delivery.dispatch d on d.no = b.dispatch where d.id = ?")
                .param(line.dispatch())
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    @ParameterizedTest
    @CsvSource({
        "publish-plan-to-province, province/plans",
        "publish-scheme-to-province, province/schemes",
        "publish-pool-to-province, province/pools",
        "publish-draw-to-province, province/draws",
        "publish-correction-to-province, province/draws",
        "publish-void-to-province, province/draw-voids",
        "publish-results-to-province, province/results",
        "publish-plan-to-portal, portal/articles",
        "publish-scheme-to-portal, portal/articles",
        "publish-pool-to-portal, portal/articles",
        "publish-draw-to-portal, portal/articles",
        "publish-correction-to-portal, portal/articles",
        "publish-void-to-portal, portal/articles",
        "publish-results-to-portal, portal/articles",
        "refer-record-to-credit, credit/records",
        "refer-case-to-enforcement, enforcement/lead"
    })
    void every_document_keeps_its_contract(String route, String schema) throws Exception {
        assertThat(faults(schema, JSON.readTree(SENT.get(route)))).isEmpty();
    }

    @Test
    void the_police_get_a_complete_package_with_digests() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(SENT.get("refer-case-to-judiciary")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal().getYear()).isEqualTo(1980);
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(files).containsOnlyKeys("案件移送书.json", "调查报告.txt", "涉案物品清单.csv", "检验报告.txt", "清单.json");
        assertThat(faults("judiciary/transfer", JSON.readTree(files.get("案件移送书.json"))))
                .isEmpty();
        assertThat(text(files.get("涉案物品清单.csv"))).contains("\"'=CAT,320\"");
        for (JsonNode line : JSON.readTree(files.get("清单.json")).path("files")) {
            assertThat(line.path("sm3").asText())
                    .isEqualTo(Digest.sm3(files.get(line.path("name").asText())));
        }
    }

    @Test
    void the_public_sees_no_personal_data_and_no_inspector_by_full_name() {
        SENT.forEach((route, bytes) -> {
            if (route.endsWith("-to-portal")) {
                assertThat(text(bytes)).doesNotContain("张伟", "16110020001").doesNotContain("<script");
            }
        });
        assertThat(text(SENT.get("publish-draw-to-portal"))).contains("张*、李*");
    }

    @Test
    void a_correction_changes_what_comes_after_it_and_not_what_was_drawn() {
        assertThat(text(SENT.get("publish-draw-to-province"))).contains("李娜").doesNotContain("王芳", "correction");
        assertThat(text(SENT.get("publish-correction-to-province")))
                .contains("王芳", "RECUSED", "赵局")
                .doesNotContain("李娜");
        assertThat(text(SENT.get("publish-correction-to-portal"))).contains("张*、王*", "第1号更正", "近亲属");
    }

    @Test
    void a_voided_draw_keeps_its_result_in_view_with_reason_and_approver() {
        assertThat(text(SENT.get("publish-void-to-portal"))).contains("漏报一批采矿权", "赵局", "已作废", "作废前的抽取结果", "神垕");
    }

    @Test
    void the_pool_says_nothing_that_only_the_draw_knows() {
        assertThat(text(SENT.get("publish-pool-to-portal"))).doesNotContain("种子", "抽中", "神垕");
    }

    @Test
    void money_is_in_ten_thousands_of_yuan_with_six_decimals() throws Exception {
        assertThat(JSON.readTree(SENT.get("refer-record-to-credit"))
                        .path("CF_NR_FK")
                        .asText())
                .isEqualTo("2.500000");
    }

    @Test
    void codes_are_mapped_by_whole_token() throws Exception {
        JsonNode result = JSON.readTree(SENT.get("publish-results-to-province"));
        assertThat(result.path("resultCodes").toString()).isEqualTo("[\"A\",\"8\"]");
        assertThat(result.path("method").toString()).isEqualTo("[\"1\",\"2\"]");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> faults(String schema, JsonNode document) throws Exception {
        String text = Files.readString(Path.of("src/sandbox/resources", schema + ".schema.json"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(text)
                .validate(document)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
