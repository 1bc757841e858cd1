package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.kernel.CreditCode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ThreadLocalRandom;

/** A firm of which every book knows something (一家单位的全部记录): renamed, drawn, visited, found, told. */
final class FirmOnRecord {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final BlackBoxHub hub = BlackBoxHub.running();
    private final HubSql sql = new HubSql(hub.process());

    final String mark;
    final String staff;
    final String certificate;
    private final String otherCertificate;
    final String code;
    final String name;
    final String oldName;
    final String drawNo;
    final String schemeNo;
    final String taskNo;

    /** @param sealed the draw that drew it is not opened yet */
    FirmOnRecord(boolean sealed) {
        int random = ThreadLocalRandom.current().nextInt(10_000, 99_999);
        mark = Integer.toString(random);
        staff = "XC9" + mark;
        certificate = "161198" + mark;
        otherCertificate = "161197" + mark;
        code = valid("91411002MA9" + random + "X");
        name = "许昌寻踪" + mark + "测绘有限公司";
        oldName = "魏都旧号" + mark + "测绘有限公司";
        drawNo = "XC-FIND-" + mark;
        schemeNo = "XC-FIND-S" + mark;
        taskNo = drawNo + "-T001";
        register();
        draw(sealed);
    }

    private static String valid(String first17) {
        for (char last : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
            if (CreditCode.valid(first17 + last)) {
                return first17 + last;
            }
        }
        throw new AssertionError(first17);
    }

    private void register() {
        for (int version = 1; version <= 2; version++) {
            sql.update(
                    """
                    insert into registry.subject_version (key, version, feed, code, kind, name, holder_name, holder_code, region,
                        tags, credit, status, obstacle, valid_to, details, digest, retired, run_id, since, until)
                    values ('SURVEY_UNIT/' || ?, ?, 'test.firms', ?, 'SURVEY_UNIT', ?, ?, ?, '411002', '{}', 'A', '有效', '', null,
                        '{}', 'x', false, '20260101-test', now() - ? * interval '30 days',
                        case when ? = 1 then now() - interval '30 days' end)
                    """,
                    code,
                    version,
                    code,
                    version == 1 ? oldName : name,
                    version == 1 ? oldName : name,
                    code,
                    3 - version,
                    version);
        }
        sql.update("""
                insert into registry.inspector_version (key, version, feed, name, unit, unit_code, department, post_kind, card_no,
                    card_valid_to, fields, specialties, regions, leader, duty, id_digest, masked_id, digest, retired, run_id, since)
                values (?, 1, 'test.firms', '赵小明', '测试分局', '411002', '执法科', '执法岗', ?, date '2099-12-31', '{土地管理}',
                    '{}', '{4110}', false, '在岗', 'x', '4110**', 'x', false, '20260101-test', now() - interval '60 days')
                on conflict do nothing
                """, staff, certificate);
    }

    private void draw(boolean sealed) {
        String team =
                "[{\"name\": \"赵小明\", \"certNo\": \"%s\", \"leader\": true}, {\"name\": \"孙小红\", \"certNo\": \"%s\", \"leader\": false}]"
                        .formatted(certificate, otherCertificate);
        sql.update("""
                insert into plan.scheme (scheme_no, version, plan_no, name, items, draw_on, window_from, window_to, method,
                    team_size, state, author)
                values (?, 1, 'XC-FIND-P01', '测绘资质抽查', '[]', ?, ?, ?, '实地检查', 2, 'DRAWN', '周敏')
                """, schemeNo, TODAY, TODAY, TODAY);
        sql.update(
                """
                insert into plan.draw_result (draw_no, scheme_no, plan_no, pool_count, picked_count, manifest_digest, frozen_at,
                    drawn_at, closed_until, picks)
                values (?, ?, 'XC-FIND-P01', 10, 1, 'x', now(), now(), case when ? then now() + interval '9 days' end, ?::jsonb)
                """,
                drawNo,
                schemeNo,
                sealed,
                "[{\"rank\": 1, \"objectId\": \"%s\", \"objectName\": \"%s\", \"itemCodes\": \"NRP-01\", \"inspectors\": %s}]"
                        .formatted(code, name, team));
        sql.update("""
                insert into inspection.task (task_no, draw_no, scheme_no, plan_no, rank, object_id, object_name, item_codes,
                    inspectors, window_from, window_to, state)
                values (?, ?, ?, 'XC-FIND-P01', 1, ?, ?, '["NRP-01"]', ?::jsonb, ?, ?, 'OPEN')
                """, taskNo, drawNo, schemeNo, code, name, team, TODAY, TODAY);
    }

    /** What was found there, entered through the office's door; it is owed to the province and to the portal. */
    String found() {
        HubClient.Reply reply =
                hub.api("周敏").post("/api/findings", """
                {"taskNo": "%s", "itemCode": "NRP-01", "resultCodes": ["R01"], "checkDate": "%s", "checkers": ["%s", "%s"],
                 "recorder": "赵小明", "reviewer": "孙小红"}""".formatted(taskNo, TODAY, certificate, otherCertificate));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body().path("findingNo").asText();
    }

    void open() {
        sql.update("update plan.draw_result set opened_at = now() where draw_no = ?", drawNo);
    }

    /** The draw was never held, so nobody else shall meet it; what is on record of the messages stays. */
    void forget() {
        sql.update("delete from inspection.task where task_no = ?", taskNo);
        sql.update("delete from inspection.finding where task_no = ?", taskNo);
        sql.update("delete from plan.draw_result where draw_no = ?", drawNo);
        sql.update("delete from plan.scheme where scheme_no = ?", schemeNo);
        sql.update("delete from registry.subject_version where feed = 'test.firms' and code = ?", code);
        sql.update("delete from registry.inspector_version where key = ?", staff);
        HubClient operator = hub.api("李敏");
        sql.rows(
                        "select d.id from delivery.dispatch d join delivery.fact_about a using (fact_key) where a.code = ?"
                                + " and d.state in ('PARKED', 'DOUBTED')",
                        code)
                .forEach(row -> operator.post(
                        "/api/operator/acts/close-by-hand/" + row.get("id"), "{\"reason\":\"清场\",\"number\":\"清-1\"}"));
    }
}
