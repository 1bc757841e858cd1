package cn.zrzy.hub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.ceremony.hall.DrawOffice;
import cn.zrzy.hub.ceremony.hall.DrawScene;
import cn.zrzy.hub.ceremony.hall.DrawScene.Next;
import cn.zrzy.hub.ceremony.hall.DrawScene.State;
import cn.zrzy.hub.ceremony.hall.DrawScenes;
import cn.zrzy.hub.ceremony.hold.CeremonyBook;
import cn.zrzy.hub.ceremony.record.Ceremonies;
import cn.zrzy.hub.ceremony.record.SealedDraws;
import cn.zrzy.hub.ceremony.record.Signings;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.plan.DrawTerms;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/** One draw in each state that a screen can meet; with {@code canned=false} none. */
// No stereotype: the scan of a whole hub, started from the test class path, must not find these.
class CannedDraws {

    static final String CALLED = "XCZRZY-2026-0014";
    static final String REVEALING = "XCZRZY-2026-0013";
    static final String READY = "XCZRZY-2026-0012";
    static final String DRAWN = "XCZRZY-2026-0011";
    static final String SEALED = "XCZRZY-2026-0010";
    static final String VOID = "XCZRZY-2026-0009";
    static final String PLATFORM = "XCZRZY-2026-0008";
    static final String WAITING = "XCZRZY-2026-0006";
    static final String DEAD = "XCZRZY-2026-0007";
    static final List<String> ALL = List.of(CALLED, REVEALING, READY, DRAWN, SEALED, VOID, PLATFORM, DEAD, WAITING);

    private static final OffsetDateTime NOW =
            OffsetDateTime.now(ZoneOffset.ofHours(8)).withNano(0);
    private static final List<String> PARTIES = List.of("派驻纪检监察组", "协查部门代表", "企业代表");

    private final boolean full;

    CannedDraws(@Value("${canned:true}") boolean full) {
        this.full = full;
    }

    @Bean
    SealedDraws sealedDraws() {
        return List::of;
    }

    @Bean
    DrawScenes drawScenes() {
        DrawScenes scenes = mock(DrawScenes.class);
        when(scenes.find(anyString()))
                .thenAnswer(call -> Optional.of(call.<String>getArgument(0))
                        .filter(no -> full && ALL.contains(no))
                        .map(CannedDraws::scene));
        when(scenes.toBeHeld())
                .thenAnswer(call -> full
                        ? List.of(scene(DEAD), scene(PLATFORM), scene(READY), scene(REVEALING), scene(CALLED))
                        : List.of());
        return scenes;
    }

    @Bean
    CeremonyBook ceremonyBook() {
        CeremonyBook book = mock(CeremonyBook.class);
        when(book.running(READY))
                .thenReturn(Optional.of(
                        new Ceremonies.Ceremony(READY, "周敏", "周敏、赵清、公证员孙立", NOW.minusMinutes(5), NOW.plusHours(2))));
        return book;
    }

    @Bean
    DrawOffice drawOffice() {
        return mock(DrawOffice.class);
    }

    @Bean
    Schemes schemes() {
        Schemes schemes = mock(Schemes.class);
        when(schemes.find(anyString())).thenReturn(Optional.of(scheme("L", false)));
        when(schemes.inState(any())).thenReturn(full ? List.of(scheme("L", false)) : List.of());
        return schemes;
    }

    static DrawScene scene(String drawNo) {
        boolean sealed = drawNo.equals(SEALED);
        boolean held = List.of(DRAWN, SEALED).contains(drawNo);
        OffsetDateTime deadline = drawNo.equals(REVEALING) ? NOW.plusHours(3) : NOW.minusHours(2);
        State state = switch (drawNo) {
            case CALLED -> State.CALLED;
            case DRAWN -> State.DRAWN;
            case SEALED -> State.SEALED;
            case VOID -> State.VOID;
            case READY -> State.READY;
            case WAITING -> State.WAITING;
            case DEAD -> State.DEAD;
            default -> State.FROZEN;
        };
        return new DrawScene(
                drawNo,
                scheme(drawNo.equals(PLATFORM) ? "P" : "L", sealed),
                state,
                sealed ? NOW.plusDays(20) : null,
                drawNo.equals(CALLED) ? null : pool(),
                seed(drawNo, deadline),
                waiting(drawNo, deadline),
                held ? result(sealed) : null,
                drawNo.equals(VOID) ? new Abandonment("名录漏报 12 户", "何建国") : null,
                held ? new Signings.Signing(drawNo, "周敏", "陈伟", "赵清", "公证员 孙立", NOW.minusMinutes(20), "周敏") : null);
    }

    private static DrawScene.Waiting waiting(String drawNo, OffsetDateTime deadline) {
        return switch (drawNo) {
            case CALLED -> new DrawScene.Waiting(Next.COMMIT, "", null);
            case REVEALING -> new DrawScene.Waiting(Next.REVEAL, "抽取 " + drawNo + " 等待公开随机数", deadline);
            case READY -> new DrawScene.Waiting(Next.START, "", null);
            case PLATFORM -> new DrawScene.Waiting(Next.PLATFORM, "", null);
            case WAITING -> new DrawScene.Waiting(Next.SHARE, "等待保管方交来分存件", null);
            case DEAD ->
                new DrawScene.Waiting(Next.ABANDON, "抽取 " + drawNo + " 的清单没有时间戳，证明不了先承诺后揭示，不能抽取；请作废本次抽取后另行编号", null);
            default -> null;
        };
    }

    private static DrawScene.Pool pool() {
        return new DrawScene.Pool(
                386,
                48,
                3,
                20,
                100,
                3000,
                NOW.minusHours(9),
                "国家授时中心",
                NOW.minusHours(9).plusSeconds(4),
                List.of("manifest", "objects", "inspectors").stream()
                        .map(name -> new DrawScene.Fingerprint(
                                name, "9c1f77ab03d2e8b4".repeat(4), "5fe07a61d94c2b38".repeat(4)))
                        .toList());
    }

    private static DrawScene.Seed seed(String drawNo, OffsetDateTime deadline) {
        if (drawNo.equals(PLATFORM)) {
            return new DrawScene.Seed(null, List.of(), List.of(), List.of(), false, 0, false);
        }
        boolean called = drawNo.equals(CALLED);
        List<DrawScene.Party> parties = IntStream.range(0, 3)
                .mapToObj(i -> new DrawScene.Party(
                        PARTIES.get(i),
                        !called || i < 2,
                        called || i > 1 ? null : deadline.minusMinutes(10),
                        i > 1 && deadline.isBefore(NOW)))
                .toList();
        boolean thrown = !called && !drawNo.equals(REVEALING);
        DrawScene.Event dice = new DrawScene.Event(
                "公证处现场骰子",
                SeedRecipe.Kind.DICE,
                deadline.plusHours(1),
                thrown ? "31415926535897932384" : "",
                thrown ? deadline.plusMinutes(62) : null,
                thrown ? "许昌市公证处（2026）许证字第118号" : "",
                false);
        boolean sealed = drawNo.equals(SEALED);
        List<String> keepers = sealed ? List.of("派驻纪检监察组", "公证处", "局法制科") : List.of();
        return new DrawScene.Seed(
                called ? null : deadline, parties, called ? List.of() : List.of(dice), keepers, sealed, 0, sealed);
    }

    private static DrawScene.Result result(boolean closed) {
        List<DrawScene.Line> lines = IntStream.rangeClosed(1, closed ? 0 : 20)
                .mapToObj(i -> new DrawScene.Line(
                        i,
                        i == 3 ? "许昌市建安区不动产测绘勘察规划设计有限责任公司第二分公司" : "许昌某测绘有限公司（" + i + "）",
                        i % 4 == 0 ? "NRP-01;NRP-10" : "NRP-01",
                        List.of("赵*", "钱*"),
                        i == 2 ? "RESEATED" : i == 20 ? "MOVED_UP" : ""))
                .toList();
        return new DrawScene.Result(
                NOW.minusMinutes(40), false, "5a".repeat(32), List.of("企业代表"), 20, closed ? 0 : 1, lines);
    }

    private static Scheme scheme(String mode, boolean unannounced) {
        LocalDate today = NOW.toLocalDate();
        OffsetDateTime openAt = unannounced ? NOW.plusDays(20) : null;
        return new Scheme(
                "XC-2026-P01-S07",
                1,
                "XC-2026-P01",
                "2026 年度测绘资质单位双随机抽查",
                List.of(),
                today,
                today,
                today.plusDays(20),
                "实地",
                2,
                new DrawTerms(mode, unannounced, openAt, false, "", List.of(), List.of(), List.of()),
                Scheme.State.FROZEN,
                "周敏",
                "何建国",
                NOW.minusDays(2),
                null);
    }
}
