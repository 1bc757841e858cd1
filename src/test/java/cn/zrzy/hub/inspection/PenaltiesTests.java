package cn.zrzy.hub.inspection;

import static cn.zrzy.hub.inspection.Shelf.DAY;
import static cn.zrzy.hub.inspection.Shelf.MINE;
import static cn.zrzy.hub.inspection.Shelf.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.registry.RegisteredParty;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One decision on one party is one record, whoever enters it and however the number is written. */
class PenaltiesTests {

    private static final String NUMBER = "许资规罚决〔2026〕7号";

    private final Shelf shelf = new Shelf();
    private final RegisteredParty holder = Shelf.registry().ofSubject(MINE, DAY).orElseThrow();

    @ParameterizedTest
    @ValueSource(strings = {NUMBER, "许资规罚决[2026]7号", "许资规罚决（２０２６）７号", " 许资规罚决【2026】 7 号\u3000"})
    void theSameDecisionIsNotTakenWithASecondFinding(String written) {
        shelf.add(decided("F1", 1, NUMBER), null);
        assertThatThrownBy(() -> take(Shelf.penalty(written, null, null), Optional.empty(), DAY.plusDays(40)))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.code()).isEqualTo("E-FINDING-DECISION"))
                .hasMessageContaining("F1");
    }

    @Test
    void oneDecisionMayPunishTwoFirms() {
        shelf.add(decided("F1", 1, NUMBER), null);
        assertThat(take(Shelf.penalty(NUMBER, THEIRS, "同案当事人"), Optional.empty(), DAY.plusDays(40))
                        .punished()
                        .name())
                .isEqualTo("乙测绘有限公司");
    }

    @Test
    void aCorrectionKeepsNumberAndFirm() {
        Finding first = decided("F1", 1, NUMBER);
        shelf.add(first, null);
        assertThat(take(Shelf.penalty("许资规罚决[2026]7号", "", null), Optional.of(first), DAY.plusDays(40)))
                .isNotNull();
        assertThatThrownBy(() -> take(Shelf.penalty("许资规罚决〔2026〕8号", null, null), Optional.of(first), DAY.plusDays(40)))
                .hasMessageContaining("先更正为没有处罚");
        assertThatThrownBy(() -> take(Shelf.penalty(NUMBER, THEIRS, "搞错了"), Optional.of(first), DAY.plusDays(40)))
                .hasMessageContaining("先更正为没有处罚");
    }

    @Test
    void aDecisionThatWasTakenBackMayBeEnteredElsewhere() {
        shelf.add(decided("F1", 1, NUMBER), null);
        shelf.add(Shelf.finding("F1", 2, List.of("R01"), "", ""), null);
        assertThat(take(Shelf.penalty(NUMBER, null, null), Optional.empty(), DAY.plusDays(40)))
                .isNotNull();
    }

    @Test
    void nothingIsDecidedTomorrow() {
        assertThatThrownBy(() -> take(Shelf.penalty(NUMBER, null, null), Optional.empty(), DAY))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.code()).isEqualTo("E-FINDING-PENALTY"))
                .hasMessageContaining("不能晚于今天");
    }

    private Finding decided(String no, int version, String documentNo) {
        return Shelf.finding(no, version, List.of("R05"), "越界", "", null, Shelf.penaltyOf(documentNo));
    }

    private Finding.Penalty take(PenaltyDraft penalty, Optional<Finding> before, LocalDate today) {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        Clock clock = Clock.fixed(today.atTime(9, 0).atZone(zone).toInstant(), zone);
        FindingDraft draft = new FindingDraft(
                null,
                "T002",
                "NRP-10",
                List.of("R05"),
                "越界",
                null,
                null,
                DAY,
                List.of(),
                null,
                null,
                "周敏",
                "何建国",
                null,
                null,
                penalty);
        return new Penalties(new Punished(Shelf.registry()), shelf, clock).take(draft, holder, before);
    }
}
