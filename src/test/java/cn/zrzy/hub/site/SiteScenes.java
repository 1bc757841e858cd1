package cn.zrzy.hub.site;

import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.ceremony.record.ProbabilitySheets;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.LedgerScenes;
import cn.zrzy.hub.draw.model.DrawMode;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.DrawInput;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.draw.outcome.PlatformResult;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.outcome.TeamSeat;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.plan.DrawTerms;
import cn.zrzy.hub.plan.PlanItem;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** A year of draws, one in each state: frozen, dead, drawn and corrected, sealed, voided, opened, drawn by the platform. */
@TestComponent
class SiteScenes {

    static final String FROZEN = "XC-2026-0001";
    static final String DRAWN = "XC-2026-0002";
    static final String SEALED = "XC-2026-0003";
    static final String VOID = "XC-2026-0004";
    static final String OPENED = "XC-2026-0005";
    static final String PLATFORM = "XC-2026-0006";
    static final String DEAD = "XC-2026-0007";
    static final String STAMPED = PLATFORM;
    static final String FIRST_FIRM = "许昌𬭛䶮测绘有限公司";
    static final String SECOND_FIRM = "许昌𠀀山测绘有限公司";

    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String HEX = HexFormat.of().formatHex(SECRET);

    private final DrawLedger ledger;
    private final Schemes schemes;
    private final DrawResults results;
    private final ProbabilitySheets sheets;
    private final TestDatabase database;

    SiteScenes(
            DrawLedger ledger, Schemes schemes, DrawResults results, ProbabilitySheets sheets, TestDatabase database) {
        this.ledger = ledger;
        this.schemes = schemes;
        this.results = results;
        this.sheets = sheets;
        this.database = database;
    }

    void play() {
        if (!ledger.years().isEmpty()) {
            return;
        }
        freeze(FROZEN, new byte[0]);
        freeze(DRAWN, new byte[0]);
        freeze(SEALED, SECRET);
        freeze(VOID, new byte[0]);
        freeze(OPENED, SECRET);
        freezeForThePlatform();
        freeze(DEAD, new byte[0]);
        sheets.add(DRAWN, Draws.rehearse(ledger.frozen(DRAWN), 20));
        write(() -> ledger.recordStamp(STAMPED, "manifest.json", new byte[] {0x30}));
        FrozenDraw sealed = ledger.frozen(SEALED);
        write(() -> ledger.recordVoid(
                VOID,
                new Abandonment("名录漏报 12 户", "局长办公会"),
                "",
                sealed.request().frozenAt().plusHours(1)));
        write(() -> {
            RevealedSeed plain = LedgerScenes.revealed("");
            plain.reveals().forEach(reveal -> ledger.recordReveal(FROZEN, reveal));
            for (String drawNo : List.of(DRAWN, SEALED, VOID, OPENED)) {
                plain.reveals().forEach(reveal -> ledger.recordReveal(drawNo, reveal));
                plain.observations().forEach(o -> ledger.recordObservation(drawNo, o));
            }
        });
        OffsetDateTime held = LedgerScenes.revealed("").at();
        hold(DRAWN, LedgerScenes.revealed(""));
        hold(SEALED, LedgerScenes.revealed(HEX));
        write(() -> ledger.recordOutcome(Draws.shadow(
                ledger.frozen(VOID),
                LedgerScenes.revealed(""),
                ledger.voided(VOID).orElseThrow(),
                LedgerScenes.SIGNERS)));
        hold(OPENED, LedgerScenes.revealed(HEX));
        hold(PLATFORM, platformResult(held));
        correct(held);
        write(() -> ledger.recordOpened(OPENED, HEX, held.plusDays(30)));
    }

    private void freeze(String drawNo, byte[] secret) {
        write(() -> ledger.recordFrozen(
                LedgerScenes.frozen(drawNo, scheme(drawNo), ledger.logHead(), secret), LedgerScenes.VERIFIERS));
        keep(drawNo);
    }

    private void freezeForThePlatform() {
        write(() -> {
            DrawRequest q = LedgerScenes.frozen(PLATFORM, scheme(PLATFORM), ledger.logHead(), new byte[0])
                    .request();
            DrawRequest p = new DrawRequest(
                    q.drawNo(),
                    q.campaign(),
                    q.scheme(),
                    DrawMode.PLATFORM,
                    false,
                    q.subjects(),
                    q.inspectors(),
                    q.recusals(),
                    q.rules(),
                    new SeedRecipe(List.of(), null, List.of(), 0),
                    q.disclosure(),
                    q.frozenAt(),
                    q.logHead(),
                    q.software(),
                    "国家授时中心",
                    q.verifiers());
            ledger.recordFrozen(Draws.freeze(p, LedgerScenes.SIGNERS), LedgerScenes.VERIFIERS);
        });
        keep(PLATFORM);
    }

    private PlatformResult platformResult(OffsetDateTime at) {
        var subject = ledger.frozen(PLATFORM).request().subjects().get(0);
        return new PlatformResult(
                List.of(new PlatformResult.Choice(subject.itemCodes().get(0), subject.id())), List.of(), at);
    }

    private void keep(String drawNo) {
        FrozenDraw frozen = ledger.frozen(drawNo);
        schemes.add(
                new Scheme(
                        scheme(drawNo),
                        1,
                        "XC-2026-P01",
                        "2026年度测绘资质单位随机抽查（" + drawNo.substring(8) + "）",
                        List.of(new PlanItem(
                                1,
                                "NRP-01",
                                "测绘资质巡查",
                                "测绘资质单位",
                                List.of("SURVEY_UNIT"),
                                "一般",
                                2000,
                                "1次/年",
                                "全年",
                                "测绘科",
                                List.of(),
                                "")),
                        LocalDate.of(2026, 11, 20),
                        LocalDate.of(2026, 12, 1),
                        LocalDate.of(2026, 12, 31),
                        "实地",
                        2,
                        DrawTerms.ordinary(),
                        Scheme.State.DRAFT,
                        "张工",
                        null,
                        null,
                        null),
                null);
        results.freeze(new DrawnResult(
                drawNo,
                scheme(drawNo),
                "XC-2026-P01",
                frozen.request().subjects().size(),
                0,
                ledger.find(drawNo).orElseThrow().manifestSm3(),
                null,
                frozen.request().frozenAt(),
                null,
                frozen.request().disclosure().openAt(),
                null,
                List.of()));
    }

    private void hold(String drawNo, DrawInput input) {
        DrawOutcome outcome = Draws.hold(ledger.frozen(drawNo), input, LedgerScenes.SIGNERS);
        write(() -> ledger.recordOutcome(outcome));
        List<String> ids =
                outcome.picks().stream().map(Pick::subjectId).distinct().toList();
        results.finish(
                drawNo,
                outcome.seed(),
                outcome.at(),
                ids.stream()
                        .map(id -> new DrawnResult.Pick(
                                ids.indexOf(id) + 1, id, firm(ids.indexOf(id)), "NRP-01", members(outcome, id)))
                        .toList());
    }

    static String firm(int i) {
        return i == 0 ? FIRST_FIRM : i == 1 ? SECOND_FIRM : "许昌第%02d测绘有限公司".formatted(i + 1);
    }

    private static List<DrawnResult.Member> members(DrawOutcome outcome, String subject) {
        return outcome.seats().stream()
                .filter(seat -> seat.subjectId().equals(subject))
                .map(seat -> new DrawnResult.Member(
                        person(seat.inspectorId()),
                        seat.inspectorId(),
                        seat.role().equals("组长")))
                .toList();
    }

    static String person(String card) {
        return "赵钱孙李周吴郑王冯陈".charAt(Integer.parseInt(card.substring(4)) % 10) + "建国";
    }

    private void correct(OffsetDateTime held) {
        DrawOutcome outcome = ledger.outcome(DRAWN).orElseThrow();
        TeamSeat seat = outcome.seats().get(0);
        write(() -> ledger.recordCorrection(
                DRAWN,
                new Correction(
                        1,
                        held.plusDays(1),
                        Correction.Kind.RECUSE,
                        seat.subjectId(),
                        seat.inspectorId(),
                        "RECUSED",
                        "近亲属在该单位任职，联系电话13812345678",
                        "分管副局长",
                        ""),
                ""));
    }

    DrawOutcome outcome(String drawNo) {
        return ledger.outcome(drawNo).orElseThrow();
    }

    /** Whatever would tell who was drawn: codes and names of subjects, cards and names of inspectors. */
    static List<String> tellTales(DrawOutcome outcome) {
        Map<String, Integer> seen = new java.util.LinkedHashMap<>();
        outcome.picks().forEach(pick -> seen.put(pick.subjectId(), 1));
        outcome.seats().forEach(place -> seen.put(place.inspectorId(), 1));
        outcome.picks().forEach(pick -> seen.put(pick.ticket(), 1));
        return List.copyOf(seen.keySet());
    }

    static String scheme(String drawNo) {
        return "XC-2026-F" + drawNo.substring(11);
    }

    private void write(Runnable work) {
        database.transaction().executeWithoutResult(status -> work.run());
    }
}
