package cn.zrzy.hub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.inspection.Addressee;
import cn.zrzy.hub.inspection.Change;
import cn.zrzy.hub.inspection.Finding;
import cn.zrzy.hub.inspection.FindingRecorded;
import cn.zrzy.hub.inspection.Findings;
import cn.zrzy.hub.inspection.Tellings;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the documents against what an addressee is said to be told: a field changes both or neither. */
class ToldAndSentTests {

    private static final Map<Addressee, String> WRITERS = Map.of(
            Addressee.PROVINCE, "provinceResults",
            Addressee.PORTAL, "resultArticles",
            Addressee.ENFORCEMENT, "enforcementLeads",
            Addressee.JUDICIARY, "judiciaryCases",
            Addressee.CREDIT, "creditRecords");

    /** One change each, of everything that a document could show. */
    private static final List<Map<String, ?>> CHANGES = List.of(
            Map.of("objectName", "禹州神垕陶土矿"),
            Map.of("itemCode", "NRP-12"),
            Map.of("resultCodes", List.of("R08")),
            Map.of("facts", "越界开采约三百三十平方米"),
            Map.of("suspectedClause", "《矿产资源法》第四十一条"),
            Map.of("measures", "责令改正"),
            Map.of("checkDate", "2026-06-09"),
            Map.of("checkers", List.of(checker("张伟", "16110020001"), checker("王芳", "16110020003"))),
            Map.of("method", "实地检查"),
            Map.of("evidence", List.of()),
            Map.of("recorder", "王五"),
            Map.of("reviewer", "赵六"),
            Map.of("recordedAt", "2026-06-10T11:00:00+08:00"),
            Map.of("party", party("禹州某矿业集团有限公司", "91411081MA9KRX818F", "禹州市神垕镇")),
            Map.of("party", party("禹州某矿业有限公司", "91411003MA9KRX033M", "禹州市神垕镇")),
            Map.of("party", party("禹州某矿业有限公司", "91411081MA9KRX818F", "禹州市方山镇")),
            Map.of("penalty", penalty("禹州某矿业有限公司", "越界开采", "2.5", "2026-06-10")),
            Map.of("penalty", penalty("禹州某矿业集团有限公司", "越界开采", "2.5", "2026-06-10")),
            Map.of("penalty", penalty("禹州某矿业有限公司", "越界采矿", "2.5", "2026-06-10")),
            Map.of("penalty", penalty("禹州某矿业有限公司", "越界开采", "2.500", "2026-06-10")),
            Map.of("penalty", penalty("禹州某矿业有限公司", "越界开采", "3", "2026-06-10")),
            Map.of("penalty", penalty("禹州某矿业有限公司", "越界开采", "2.5", "2026-06-11")),
            Map.of("crime", crime("涉嫌破坏性采矿罪", "调查报告：越界开采。", "赵局", "2026-06-10T08:00:00+08:00")),
            Map.of("crime", crime("涉嫌非法采矿罪", "调查报告：越界。", "赵局", "2026-06-10T08:00:00+08:00")),
            Map.of("crime", crime("涉嫌非法采矿罪", "调查报告：越界开采。", "钱局", "2026-06-10T08:00:00+08:00")),
            Map.of("crime", crime("涉嫌非法采矿罪", "调查报告：越界开采。", "赵局", "2026-06-10T07:00:00+08:00")));

    private final PartnerHarness hub = PartnerHarness.get();

    private static Map<String, Object> checker(String name, String certNo) {
        return Map.of("name", name, "certNo", certNo, "leader", false);
    }

    private static Map<String, Object> party(String name, String code, String address) {
        return Map.of(
                "subject",
                "KQ:C4110812020077130151234",
                "name",
                name,
                "creditCode",
                code,
                "address",
                address,
                "asOf",
                "2026-06-10");
    }

    private static Map<String, Object> penalty(String name, String violation, String fine, String decidedOn) {
        Map<String, Object> penalty = new LinkedHashMap<>();
        penalty.put("documentNo", "许自然资罚字〔2026〕1号");
        penalty.put("party", "法人及非法人组织");
        penalty.put("punished", party(name, "91411081MA9KRX818F", "禹州市神垕镇"));
        penalty.put("otherFirmReason", "");
        penalty.put("violation", violation);
        penalty.put("basis", "《矿产资源法》第四十条");
        penalty.put("category", "罚款");
        penalty.put("content", "罚款人民币2.5万元");
        penalty.put("fine", fine);
        penalty.put("decidedOn", decidedOn);
        penalty.put("validUntil", "2027-06-10");
        penalty.put("publicUntil", "2027-06-10");
        return penalty;
    }

    private static Map<String, Object> crime(String charge, String report, String by, String at) {
        return Map.of("charge", charge, "surveyReport", report, "approvedBy", by, "approvedAt", at);
    }

    @ParameterizedTest
    @EnumSource(Addressee.class)
    void aFieldChangesWhatIsSentExactlyWhenItChangesWhatIsTold(Addressee to) throws ReflectiveOperationException {
        List<String> wrong = new ArrayList<>();
        for (Map<String, ?> change : CHANGES) {
            FindingRecorded first = hub.stories.finding(hub.stories.plan().planNo());
            FindingRecorded next = hub.stories.corrected(first, change);
            Finding finding = hub.bean(Findings.class)
                    .find(next.findingNo(), next.version())
                    .orElseThrow();
            boolean told = hub.bean(Tellings.class).change(to, finding) != Change.NONE;
            boolean sent = !document(to, first).equals(document(to, next));
            // Our own times, digests and versions are no news by themselves, so a document may differ by them alone.
            if (told != sent && !(sent && ownTimes(change))) {
                wrong.add(change + (told ? " is told and not sent" : " is sent and not told"));
            }
        }
        assertThat(wrong).as(to + " reads another document than it is said to").isEmpty();
    }

    private static boolean ownTimes(Map<String, ?> change) {
        return change.containsKey("recordedAt");
    }

    /** Without the key, the version, and the words by which a correction calls itself one. */
    private String document(Addressee to, FindingRecorded fact) throws ReflectiveOperationException {
        Object writer = hub.bean(WRITERS.get(to));
        Method render = writer.getClass().getDeclaredMethod("render", Debt.class);
        render.setAccessible(true);
        Debt debt = new Debt("D1", "r", fact.key(), fact.orderKey(), "key:" + "0".repeat(20), 1, "0".repeat(32));
        byte[] bytes = (byte[]) render.invoke(writer, debt);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return to == Addressee.JUDICIARY
                ? text.substring(text.indexOf("{\"idempotencyKey\""), text.indexOf("\"copyTo\"")) + things(text)
                : text.replace("\"version\":" + fact.version(), "\"version\":0");
    }

    private static String things(String text) {
        int from = text.indexOf("序号,名称,数量");
        return text.substring(from, text.indexOf("检验报告.txt", from));
    }
}
