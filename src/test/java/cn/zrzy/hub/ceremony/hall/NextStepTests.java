package cn.zrzy.hub.ceremony.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.ceremony.hall.DrawScene.Next;
import cn.zrzy.hub.ceremony.hold.DrawHold;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.LedgerScenes;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextStepTests {

    private static final OffsetDateTime T2 = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");
    private static final FrozenDraw FROZEN =
            LedgerScenes.frozen("XC-2026-0001", "XC-2026-S01", "0".repeat(64), new byte[0]);

    private final DrawHold hold = mock(DrawHold.class);

    /** Reveals are due at 10:00, the dice are thrown at 11:00 and may be entered for two hours. */
    @ParameterizedTest
    @CsvSource({
        "09:59, 2, false, true, REVEAL, 10:00",
        "09:59, 3, false, true, EVENT, 11:00",
        "10:01, 2, false, true, EVENT, 11:00",
        "11:01, 3, false, true, OBSERVE, 13:00",
        "11:01, 3, true, true, SHARE, ",
        "11:01, 3, true, false, STAMP, ",
        "13:01, 3, false, true, SHARE, "
    })
    void namesWhatAPersonShouldLookAtFirst(
            String time, int revealed, boolean thrown, boolean stamped, Next expected, String until) {
        when(hold.awaits(any())).thenReturn("等待");
        DrawScene.Waiting waiting = at(time).of(FROZEN, pool(stamped), seed(revealed, thrown));
        assertThat(waiting.next()).isEqualTo(expected);
        assertThat(waiting.until()).isEqualTo(until == null ? null : moment(until));
        assertThat(waiting.ready()).isFalse();
    }

    @Test
    void isReadyOnlyWhenTheDrawItselfSaysSo() {
        when(hold.awaits(any())).thenReturn("");
        assertThat(at("11:01").of(FROZEN, pool(true), seed(3, true)).ready()).isTrue();
        when(hold.awaits(any())).thenThrow(new Rejected("E-DRAW-STAMP-LATE", "没有时间戳"));
        assertThat(at("11:01").of(FROZEN, pool(false), seed(3, true)))
                .isEqualTo(new DrawScene.Waiting(Next.ABANDON, "没有时间戳", null));
    }

    /** What hall, lists and public pages call it. */
    @ParameterizedTest
    @CsvSource({
        "09:59, 等待, '', FROZEN",
        "19:01, 等待, '', WAITING",
        "11:01, '', '', READY",
        "11:01, '', E-DRAW-STAMP-LATE, DEAD",
        "13:01, '', E-DRAW-ENTROPY, DEAD"
    })
    void hasThePhaseThatTheDrawItselfGivesIt(String time, String awaits, String refusal, DrawScene.State expected) {
        when(hold.awaits(any())).thenReturn(awaits);
        if (!refusal.isEmpty()) {
            when(hold.awaits(any())).thenThrow(new Rejected(refusal, "不能抽取"));
        }
        assertThat(at(time).unheld(FROZEN)).isEqualTo(expected);
    }

    private NextStep at(String time) {
        DrawSettings settings = mock(DrawSettings.class);
        when(settings.sourceWait()).thenReturn(Duration.ofHours(2));
        return new NextStep(hold, settings, Clock.fixed(moment(time).toInstant(), T2.getOffset()));
    }

    private static OffsetDateTime moment(String time) {
        return OffsetDateTime.parse("2026-11-23T" + time + ":00+08:00");
    }

    private static DrawScene.Pool pool(boolean stamped) {
        return new DrawScene.Pool(
                60, 16, 8, 5, 100, 500, T2.minusHours(10), "国家授时中心", stamped ? T2.minusHours(9) : null, List.of());
    }

    private static DrawScene.Seed seed(int revealed, boolean thrown) {
        List<DrawScene.Party> parties = List.of("甲", "乙", "丙").stream()
                .map(name -> new DrawScene.Party(
                        name, true, List.of("甲", "乙", "丙").indexOf(name) < revealed ? T2.minusHours(1) : null, false))
                .toList();
        DrawScene.Event dice = new DrawScene.Event(
                "骰子", SeedRecipe.Kind.DICE, T2.plusHours(1), "", thrown ? T2.plusHours(1) : null, "", false);
        return new DrawScene.Seed(T2, parties, List.of(dice), List.of(), false, 0, false);
    }
}
