package cn.zrzy.hub.draw;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.Rehearsal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 预演与概率表: what dummy seeds say about a pool before any real one. */
class RehearsalTests {

    @Test
    void theSheetIsTheSameForEverybodyWhoComputesIt() {
        FrozenDraw frozen = Draws.freeze(SampleDraw.request(120, 24, 8), SampleDraw.SIGNERS);
        Rehearsal sheet = Draws.rehearse(frozen, 200);
        assertThat(Draws.rehearse(frozen, 200)).isEqualTo(sheet);
        assertThat(sheet.draws()).isEqualTo(200);
        assertThat(sheet.feasible() + sheet.relaxed()).isEqualTo(200);
        assertThat(sheet.thin()).isZero();
    }

    @Test
    void placesAddUpAndNobodyExceedsHisCap() {
        FrozenDraw frozen = Draws.freeze(SampleDraw.request(120, 24, 8), SampleDraw.SIGNERS);
        Rehearsal sheet = Draws.rehearse(frozen, 200);
        List<Rehearsal.Share> people = sheet.inspectors();
        assertThat(people).hasSize(24).allMatch(share -> share.most() <= 8 && share.least() <= share.most());
        assertThat(people)
                .as("absent people never serve")
                .filteredOn(share -> share.inspectorId().endsWith("10"))
                .allMatch(share -> share.chanceBp() == 0);
        assertThat(sheet.entropyMillibits()).isPositive().isLessThanOrEqualTo(sheet.uniformMillibits());
    }

    @Test
    void whoCannotBeServedAndWhatIsShortIsSaidBeforeTheSeed() {
        FrozenDraw tight = Draws.freeze(SampleDraw.request(120, 3, 1), SampleDraw.SIGNERS);
        Rehearsal sheet = Draws.rehearse(tight, 50);
        assertThat(sheet.feasible()).isZero();
        assertThat(sheet.shortfalls()).isNotEmpty().allMatch(text -> text.contains("缺"));
        assertThat(sheet.thin()).isPositive();
        assertThat(sheet.thinExamples()).isNotEmpty().hasSizeLessThanOrEqualTo(20);
    }
}
