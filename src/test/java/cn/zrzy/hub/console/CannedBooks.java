package cn.zrzy.hub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.ceremony.record.PlatformCheck;
import cn.zrzy.hub.ceremony.record.PlatformChecks;
import cn.zrzy.hub.delivery.DispatchActs;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchFile;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.delivery.Halt;
import cn.zrzy.hub.delivery.KeyCheck;
import cn.zrzy.hub.delivery.KeyOffice;
import cn.zrzy.hub.delivery.PartnerLoad;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.delivery.ReceiptDesk;
import cn.zrzy.hub.delivery.RouteTally;
import cn.zrzy.hub.delivery.Standstill;
import cn.zrzy.hub.delivery.StrayDesk;
import cn.zrzy.hub.delivery.UnknownKey;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.duty.ClockState;
import cn.zrzy.hub.duty.Deadline;
import cn.zrzy.hub.duty.Deadlines;
import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.duty.LatestRuns;
import cn.zrzy.hub.intake.Quarantine;
import cn.zrzy.hub.intake.QuarantinedRow;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.search.About;
import cn.zrzy.hub.kernel.search.Findable;
import cn.zrzy.hub.kernel.search.Found;
import cn.zrzy.hub.plumbing.RouteOverview;
import cn.zrzy.hub.plumbing.RouteView;
import cn.zrzy.hub.registry.Histories;
import cn.zrzy.hub.registry.RegistryBook;
import cn.zrzy.hub.registry.RowChange;
import cn.zrzy.hub.registry.Subjects;
import cn.zrzy.hub.registry.SyncRun;
import cn.zrzy.hub.registry.Undrawable;
import cn.zrzy.hub.registry.Undrawables;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/** A night with something of everything; with {@code canned=false} the books of a hub that has done nothing yet. */
// No stereotype: the scan of a whole hub, started from the test class path, must not find these.
class CannedBooks {

    static final String PERSON = "411002198703071234";
    static final LocalDate NIGHT = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
    private static final OffsetDateTime TEN =
            NIGHT.atTime(22, 0).atZone(ZoneId.of("Asia/Shanghai")).toOffsetDateTime();

    private final boolean full;

    CannedBooks(@Value("${canned:true}") boolean full) {
        this.full = full;
    }

    @Bean
    DrawLedger drawLedger() {
        DrawLedger draws = mock(DrawLedger.class);
        when(draws.overdueSecrets(any()))
                .thenReturn(
                        full
                                ? List.of(new DrawLedger.Entry(
                                        "XCZRZY-2026-0007",
                                        "XC-2026-P01-S07",
                                        "L",
                                        "SEALED",
                                        386,
                                        48,
                                        20,
                                        TEN.minusDays(40),
                                        TEN.minusDays(39),
                                        TEN.minusHours(13),
                                        "9c".repeat(32)))
                                : List.of());
        if (full) {
            when(draws.years()).thenReturn(List.of(NIGHT.getYear()));
            when(draws.draws(NIGHT.getYear()))
                    .thenReturn(List.of(
                            entry(CannedDraws.VOID, "VOID", "L"),
                            entry(CannedDraws.SEALED, "SEALED", "L"),
                            entry(CannedDraws.DRAWN, "DRAWN", "L"),
                            entry(CannedDraws.PLATFORM, "FROZEN", "P")));
        }
        when(draws.distrusted())
                .thenReturn(
                        full
                                ? List.of(new DrawLedger.Distrust(
                                        "XCZRZY-2026-0009", "E-DRAW-FORGED", "保存的证据不是本枢纽签发、登记的那一份", TEN))
                                : List.of());
        return draws;
    }

    private static DrawLedger.Entry entry(String drawNo, String state, String mode) {
        return new DrawLedger.Entry(
                drawNo,
                "XC-2026-P01-S07",
                mode,
                state,
                386,
                48,
                20,
                TEN,
                state.equals("FROZEN") ? null : TEN.plusHours(1),
                null,
                "9c".repeat(32));
    }

    @Bean
    PlatformChecks platformChecks() {
        PlatformChecks checks = mock(PlatformChecks.class);
        when(checks.open())
                .thenReturn(
                        full
                                ? List.of(new PlatformCheck(
                                        "XCZRZY-2026-0008",
                                        "7d".repeat(32),
                                        TEN,
                                        TEN,
                                        List.of("对象 91411002MA9KRX025C 应派2人，平台派了1人"),
                                        Map.of("91411002MA9KRX025C", List.of("检查组只有1人")),
                                        "",
                                        ""))
                                : List.of());
        return checks;
    }

    @Bean
    DutyLedger dutyLedger() {
        DutyLedger duty = mock(DutyLedger.class);
        when(duty.businessDate()).thenReturn(NIGHT);
        when(duty.runs(any())).thenReturn(full ? runs() : List.of());
        when(duty.stopped()).thenReturn(full ? runs() : List.of());
        when(duty.run("20261123-sync-parcels-from-landuse"))
                .thenReturn(runs().stream().skip(1).findFirst());
        return duty;
    }

    @Bean
    LatestRuns latestRuns() {
        LatestRuns latest = mock(LatestRuns.class);
        when(latest.newest()).thenReturn(full ? runs() : List.of());
        when(latest.good())
                .thenReturn(
                        full
                                ? runs().stream()
                                        .filter(run -> run.state() == DutyRun.State.DONE
                                                || run.state() == DutyRun.State.PARTIAL)
                                        .toList()
                                : List.of());
        return latest;
    }

    @Bean
    Deadlines deadlines() {
        Deadlines deadlines = mock(Deadlines.class);
        Deadline one = new Deadline(
                "plan-publish",
                "XC-2026-P01@1",
                "年度计划公示",
                "鲁市监 §7",
                "publish-plan-to-portal",
                TEN,
                TEN.plusDays(1),
                false,
                1,
                false,
                ClockState.SOON,
                false);
        Deadline two = new Deadline(
                "case",
                "F-2026-0007@1",
                "涉嫌犯罪案件移送",
                "国务院令310号 §5",
                "refer-case-to-judiciary",
                TEN,
                TEN.plusDays(9),
                true,
                7,
                false,
                ClockState.RUNNING,
                false);
        when(deadlines.open()).thenReturn(full ? List.of(one, two) : List.of());
        when(deadlines.counts()).thenReturn(new Deadlines.Counts(0, 0, full ? 1 : 0));
        return deadlines;
    }

    @Bean
    DispatchDesk dispatchDesk() {
        DispatchDesk desk = mock(DispatchDesk.class);
        List<DispatchSummary> rows = full ? dispatches() : List.of();
        when(desk.page(any(), anyInt(), anyInt())).thenReturn(new DispatchDesk.Page(rows, rows.size(), 1, 50));
        when(desk.search(any(), any())).thenReturn(rows);
        if (full) {
            when(desk.loads()).thenReturn(loads());
            when(desk.standstills())
                    .thenReturn(List.of(
                            new Standstill("judiciary", "E-CONNECT", "连接不上对方，报文没有发出", 1, TEN.plusHours(3)),
                            new Standstill("portal", "E-UNKNOWN", "已发出，没有收到可认的应答", 1, TEN.plusHours(3))));
            when(desk.tallies())
                    .thenReturn(List.of(
                            new RouteTally("publish-plan-to-province", 0, 0, 0, 12, null, TEN.plusHours(3)),
                            new RouteTally("publish-plan-to-portal", 2, 0, 1, 0, TEN, TEN.plusHours(3))));

            when(desk.parkedByCause())
                    .thenReturn(List.of(new DispatchDesk.CauseGroup(
                            "province", "E-PROV-401", "签名无效，证书已过期", "值班长", 12, TEN.plusHours(3))));
            rows.forEach(row -> when(desk.one(row.dispatch())).thenReturn(Optional.of(file(row))));
        }
        return desk;
    }

    @Bean
    DispatchActs dispatchActs() {
        return mock(DispatchActs.class);
    }

    @Bean
    KeyOffice keyOffice() {
        KeyOffice office = mock(KeyOffice.class);
        List<KeyCheck> checks = List.of(
                new KeyCheck("portal", TEN, TEN, true, true, null, "", "", "连接被拒绝 13937412345", 0),
                new KeyCheck("province", TEN, TEN, true, false, TEN, "", "", "", 1));
        List<UnknownKey> unknown = List.of(new UnknownKey(
                "province",
                "publish-plan-to-province:XC-2026-P02@1:7f3a",
                "plans",
                TEN,
                "7d".repeat(32),
                false,
                TEN,
                "",
                ""));
        when(office.show())
                .thenReturn(full ? new KeyOffice.Sheet(checks, unknown) : new KeyOffice.Sheet(List.of(), List.of()));
        return office;
    }

    @Bean
    StrayDesk strayDesk() {
        StrayDesk desk = mock(StrayDesk.class);
        List<StrayDesk.Stray> strays = List.of(new StrayDesk.Stray(
                3,
                "receive-replies-from-enforcement",
                "zrzy-hub/unread/7",
                "{\"leadId\":\"XS-2026-0001\",\"phone\":\"13937412345\"}",
                "E-RECEIPT",
                "回执里的键不属于任何报送",
                TEN));
        when(desk.open(anyInt())).thenReturn(full ? strays : List.of());
        when(desk.count()).thenReturn(full ? 1L : 0L);
        return desk;
    }

    @Bean
    Quarantine quarantine() {
        Quarantine quarantine = mock(Quarantine.class);
        if (full) {
            when(quarantine.reasons())
                    .thenReturn(List.of(
                            new Quarantine.Reason("hr.inspectors", "E-CARD-NO", "人事科", 18),
                            new Quarantine.Reason("landuse.parcels", "E-USCC", "自然资源所有者权益科", 9)));
            when(quarantine.page(any(), any(), any(), anyInt(), anyInt()))
                    .thenReturn(List.of(new QuarantinedRow(
                            1,
                            "hr.inspectors",
                            "20261123-sync-inspectors-from-hr",
                            Place.field("执法证号"),
                            "E-CERT",
                            "执法证号少 1 位",
                            "R0041,赵建国,男,411002**********34,许昌市局",
                            QuarantinedRow.State.OPEN,
                            "人事科",
                            TEN.toInstant(),
                            TEN.toInstant(),
                            3)));
        }
        return quarantine;
    }

    @Bean
    RegistryBook registryBook() {
        RegistryBook book = mock(RegistryBook.class);
        if (full) {
            SyncRun run = held();
            when(book.held())
                    .thenReturn(List.of(new RegistryBook.HeldChange(
                            run, "停用 1,204（31.0%）超过阈值 5%/20 条", TEN.plusHours(1).toInstant(), "zhaoqing", "来电核实")));
            when(book.run(run.runId())).thenReturn(Optional.of(run));
            when(book.runs(any(), anyInt(), anyInt())).thenReturn(List.of(run));
            when(book.changes(anyString(), any(), anyInt(), anyInt()))
                    .thenReturn(List.of(new RowChange(
                            "PARCEL/411002001001GB00001",
                            "魏都区某宗地",
                            RowChange.Kind.RETIRED,
                            List.of(new RowChange.Field("状态", "在用", "停用")))));
        }
        return book;
    }

    @Bean
    Undrawables undrawables() {
        Undrawables book = mock(Undrawables.class);
        if (full) {
            when(book.reasons(any()))
                    .thenReturn(List.of(
                            new Undrawables.Reason("hr.inspectors", "执法证已过期", 2),
                            new Undrawables.Reason("landuse.parcels", "已注销", 118)));
            when(book.page(any(), any(), any(), anyInt(), anyInt()))
                    .thenReturn(List.of(new Undrawable(
                            "XC100012", "赵*", "许昌市自然资源和规划局魏都分局", "执法证已过期", TEN.minusDays(9), "hr.inspectors")));
        }
        return book;
    }

    @Bean
    Subjects subjects() {
        return mock(Subjects.class);
    }

    @Bean
    Histories histories() {
        return mock(Histories.class);
    }

    @Bean
    ReceiptDesk receiptDesk() {
        return mock(ReceiptDesk.class);
    }

    @Bean
    Findable room() {
        Findable room = mock(Findable.class);
        when(room.kind()).thenReturn(Found.Kind.SUBJECT);
        return room;
    }

    @Bean
    RouteOverview routeOverview() {
        return () -> full ? routes() : List.of();
    }

    private static SyncRun held() {
        return new SyncRun(
                "20261123-sync-parcels-from-landuse",
                "landuse.parcels",
                NIGHT,
                SyncRun.State.HELD,
                3912,
                37,
                0,
                42,
                118,
                1204,
                2558,
                3880,
                "停用 1,204（31.0%）超过阈值 5%/20 条，已拦截",
                TEN.plusMinutes(40).toInstant(),
                TEN.plusMinutes(55).toInstant());
    }

    private static List<DutyRun> runs() {
        return List.of(
                run("sync-inspectors-from-hr", "人事执法人员同步", DutyRun.State.PARTIAL, 30, 12, "收到 402 行，变更 3，隔离 18"),
                run("sync-parcels-from-landuse", "宗地同步", DutyRun.State.HELD, 40, 15, "停用 31% 已拦截"),
                run("sync-projects-from-landuse", "建设项目同步", DutyRun.State.DONE, 55, 9, "收到 6,120 行，新增 14"),
                run("sync-mining-rights-from-landuse", "矿业权台账同步", DutyRun.State.FAILED, 66, 4, "E-BOOK：第 2 行表头缺少 许可证号"),
                run("draw-freeze", "名单冻结", DutyRun.State.DONE, 90, 2, "冻结 1 个方案"),
                run("draw-run", "随机抽取", DutyRun.State.WAITING, 100, 1, "公开随机数尚未公布，10 分钟后再试 " + PERSON));
    }

    private static DutyRun run(String job, String label, DutyRun.State state, int at, int minutes, String message) {
        OffsetDateTime start = TEN.plusMinutes(at);
        return new DutyRun(
                "20261123-" + job,
                job,
                label,
                NIGHT,
                state,
                1,
                start,
                null,
                start,
                start.plusMinutes(minutes),
                "clock",
                "8f3c2a90b1d24f6e8a7c5b3d1e0f9a88",
                "",
                message);
    }

    private static List<PartnerLoad> loads() {
        return List.of(
                new PartnerLoad(
                        "province",
                        36,
                        0,
                        0,
                        0,
                        12,
                        212,
                        TEN.plusHours(2),
                        TEN.plusHours(4),
                        TEN.plusHours(2),
                        null,
                        Halt.NONE),
                new PartnerLoad(
                        "portal",
                        1,
                        0,
                        0,
                        0,
                        0,
                        40,
                        TEN.plusHours(3),
                        TEN.plusHours(9),
                        TEN.plusHours(1),
                        null,
                        Halt.NONE),
                new PartnerLoad("credit", 0, 0, 0, 0, 0, 17, null, null, TEN.plusHours(2), null, Halt.NONE),
                new PartnerLoad(
                        "judiciary",
                        0,
                        0,
                        0,
                        1,
                        0,
                        2,
                        TEN.plusHours(3),
                        null,
                        TEN.plusHours(2),
                        TEN.plusHours(3),
                        Halt.NONE));
    }

    private static List<DispatchSummary> dispatches() {
        return List.of(
                dispatch(
                        "D-1",
                        "publish-plan-to-province",
                        "province",
                        DispatchState.CONFIRMED,
                        "",
                        "",
                        "HN-2026-000187"),
                dispatch(
                        "D-2",
                        "publish-plan-to-portal",
                        "portal",
                        DispatchState.PARKED,
                        "E-PORTAL-422",
                        "栏目不存在 " + PERSON,
                        ""),
                dispatch(
                        "D-3",
                        "refer-case-to-judiciary",
                        "judiciary",
                        DispatchState.DOUBTED,
                        "E-ANSWER-LOST",
                        "发送后超时",
                        ""));
    }

    private static DispatchSummary dispatch(
            String no, String route, String partner, DispatchState state, String code, String cause, String receipt) {
        return new DispatchSummary(
                no,
                route,
                partner,
                "plan.approved",
                "XC-2026-P01@1",
                "XC-2026-P01",
                route + ":XC-2026-P01@1",
                "许昌市 2026 年度抽查计划第 1 版已批准",
                state,
                2,
                TEN.plusHours(3),
                null,
                null,
                code,
                cause,
                "值班长",
                receipt,
                "8f3c2a90b1d24f6e8a7c5b3d1e0f9a88",
                About.NOBODY);
    }

    private static DispatchFile file(DispatchSummary row) {
        String digest = "9c1f77ab03d2".repeat(5) + "0011";
        OffsetDateTime sent = row.owedAt().plusNanos(350_000_000);
        DispatchFile.Attempt lost = new DispatchFile.Attempt(
                1,
                "SEND",
                sent,
                sent.plusSeconds(5),
                "LATER",
                503,
                "E-PARTNER-503",
                "对方停机维护",
                digest,
                "<html>维护中</html>");
        DispatchFile.Attempt good = new DispatchFile.Attempt(
                2,
                "SEND",
                sent.plusMinutes(10),
                sent.plusMinutes(10).plusNanos(310_000_000),
                "CONFIRMED",
                200,
                "",
                "",
                digest,
                "{\"code\":\"0\",\"phone\":\"13837412345\"}");
        Receipt receipt =
                new Receipt(row.idempotencyKey(), "HN-2026-000187", digest, sent.plusMinutes(10), "受理", "", "{}");
        boolean confirmed = row.state() == DispatchState.CONFIRMED;
        return new DispatchFile(
                row,
                confirmed ? List.of(lost, good) : List.of(lost),
                confirmed
                        ? List.of(new DispatchFile.StoredReceipt(
                                receipt, sent.plusMinutes(10).plusSeconds(1)))
                        : List.of(),
                List.of(),
                "{\"planNo\":\"XC-2026-P01\",\"title\":\"年度抽查计划\",\"contact\":\"13837412345\"}",
                1024,
                digest,
                "");
    }

    private static List<RouteView> routes() {
        return List.of(
                route(
                        "sync-inspectors-from-hr",
                        "每晚从人事系统取执法检查人员名录",
                        "direct:sync-inspectors-from-hr",
                        List.of("direct:compare"),
                        "Started",
                        31,
                        0),
                route(
                        "sync-parcels-from-landuse",
                        "每晚从用地系统分页取宗地",
                        "direct:sync-parcels-from-landuse",
                        List.of("http:127.0.0.1:7102/landuse/parcels"),
                        "Started",
                        31,
                        1),
                route(
                        "sync-mining-rights-from-landuse",
                        "每晚从用地系统取矿业权台账",
                        "direct:sync-mining-rights-from-landuse",
                        List.of(),
                        "Suspended",
                        12,
                        0),
                route("draw-run", "到期方案抽取对象与人员", "direct:draw-run", List.of(), "Started", 4, 0),
                route("publish-plan", "计划批准后登记应报送的单位", "direct:plan.approved", List.of(), "Started", 2, 0),
                route(
                        "publish-plan-to-province",
                        "把已批准的抽查计划报送省平台",
                        "jms:publish-plan-to-province",
                        List.of("http:127.0.0.1:7103/province/plans"),
                        "Started",
                        12,
                        12),
                route(
                        "publish-plan-to-portal",
                        "把已批准的抽查计划在局门户公示",
                        "jms:publish-plan-to-portal",
                        List.of("http:127.0.0.1:7104/portal/articles"),
                        "Started",
                        2,
                        0),
                route(
                        "refer-record-to-credit",
                        "把行政处罚记录推送信用平台",
                        "jms:refer-record-to-credit",
                        List.of(),
                        "Started",
                        0,
                        0),
                route(
                        "refer-case-to-judiciary",
                        "把涉嫌犯罪案卷移送司法机关",
                        "jms:refer-case-to-judiciary",
                        List.of(),
                        "Stopped",
                        0,
                        0),
                route(
                        "receive-replies-from-enforcement",
                        "接收执法支队对线索的答复",
                        "jms:agency.enforcement.outbox",
                        List.of(),
                        "Started",
                        3,
                        0));
    }

    private static RouteView route(
            String id, String text, String from, List<String> to, String state, long total, long failed) {
        return new RouteView(
                id,
                text,
                id.substring(0, id.indexOf('-')),
                from,
                to,
                state,
                total,
                failed,
                total > failed ? TEN.toInstant() : null,
                failed > 0 ? TEN.plusHours(1).toInstant() : null);
    }
}
