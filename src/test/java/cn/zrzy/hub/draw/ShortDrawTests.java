package cn.zrzy.hub.draw;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.draw.paper.ResultPaper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 人员不足: a draw that cannot seat everybody has its one result, and names nobody before it may. */
class ShortDrawTests {

    @Test
    void whoCannotBeSeatedWaitsAndThePicksStand() {
        FrozenDraw frozen = ShortDraws.frozen(1, true);
        DrawOutcome outcome = ShortDraws.held(frozen);
        DrawOutcome plenty = Draws.hold(SampleDraw.frozen(), SampleDraw.revealed(), SampleDraw.SIGNERS);
        assertThat(outcome.picks()).isEqualTo(plenty.picks());
        assertThat(outcome.ladder()).isEqualTo(3);
        assertThat(outcome.shortfalls()).hasSize(3).allMatch(text -> text.contains("缺"));
        assertThat(outcome.deferred()).hasSizeGreaterThan(5).isEqualTo(Draws.deferred(frozen, outcome));
        assertThat(outcome.seats())
                .isNotEmpty()
                .noneMatch(seat -> outcome.deferred().contains(seat.subjectId()));
        assertThat(paper(outcome)).contains(outcome.deferred().get(0));
    }

    @Test
    void anUnannouncedOneNamesNobodyInItsResult() {
        FrozenDraw frozen = ShortDraws.frozen(1, false);
        DrawOutcome outcome = ShortDraws.held(frozen);
        assertThat(outcome.deferred()).isNotEmpty();
        assertThat(paper(outcome)).contains("\"deferred\":[]", "\"ladder\":3");
        assertThat(outcome.picks()).allMatch(pick -> !paper(outcome).contains(pick.subjectId()));
        DrawOutcome reread = ResultPaper.read(outcome.files(), List.of());
        assertThat(reread.deferred()).isEmpty();
        assertThat(Draws.deferred(frozen, reread)).isEqualTo(outcome.deferred());
    }

    @Test
    void withNobodyAtAllThereAreStillPicks() {
        DrawOutcome outcome = ShortDraws.held(ShortDraws.frozen(0, true));
        assertThat(outcome.picks()).isNotEmpty();
        assertThat(outcome.seats()).isEmpty();
        assertThat(outcome.deferred())
                .containsExactlyElementsOf(outcome.picks().stream()
                        .map(Pick::subjectId)
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void theShortageIsKnownBeforeTheSeed() {
        assertThat(Draws.shortfalls(ShortDraws.frozen(1, true), 8)).hasSize(8).allMatch(text -> text.contains("缺"));
        assertThat(Draws.shortfalls(SampleDraw.frozen(), 8)).isEmpty();
    }

    private static String paper(DrawOutcome outcome) {
        return new String(outcome.files().get("result.json"), StandardCharsets.UTF_8);
    }
}
