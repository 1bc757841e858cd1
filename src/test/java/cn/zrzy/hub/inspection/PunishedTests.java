package cn.zrzy.hub.inspection;

import static cn.zrzy.hub.inspection.Shelf.DAY;
import static cn.zrzy.hub.inspection.Shelf.MINE;
import static cn.zrzy.hub.inspection.Shelf.OURS;
import static cn.zrzy.hub.inspection.Shelf.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.registry.RegisteredParties;
import cn.zrzy.hub.registry.RegisteredParty;
import cn.zrzy.hub.registry.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No firm is punished under another firm's code. */
class PunishedTests {

    @Test
    void anotherFirmsCodeIsRefusedWithBothNames() {
        assertThatThrownBy(() -> punished(THEIRS, null))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.code()).isEqualTo("E-FINDING-PARTY"))
                .hasMessageContainingAll("乙测绘有限公司", THEIRS, "甲矿业有限公司", OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", OURS})
    void itIsTheHolderOfTheVisitedSubjectUnlessSomebodySaysOtherwise(String typed) {
        RegisteredParty party = punished(typed, null);
        assertThat(party.name()).isEqualTo("甲矿业有限公司");
        assertThat(party.creditCode()).isEqualTo(OURS);
    }

    @Test
    void anotherRegisteredFirmIsTakenByItsOwnNameWhenTheReasonIsStated() {
        RegisteredParty party = punished(THEIRS, "系实际施工单位");
        assertThat(party.name()).isEqualTo("乙测绘有限公司");
        assertThat(party.creditCode()).isEqualTo(THEIRS);
    }

    @Test
    void aCodeThatNobodyBearsIsRefusedWhateverTheReason() {
        assertThatThrownBy(() -> punished("91411003MA9KRX033M", "系实际施工单位")).hasMessageContaining("没有登记");
        assertThatThrownBy(() -> punished("91411003MA9KRX033X", "系实际施工单位"))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.code()).isEqualTo("E-USCC"));
    }

    @Test
    void aFirmThatWasRenamedSinceTheVisitIsNamedAsOnTheDayOfTheDecision() {
        RegisteredParties registry = Shelf.registry(Shelf.subject(MINE, "甲集团有限公司", OURS, 2, "2026-06-20T00:00:00Z"));
        RegisteredParty party = punished(registry, OURS, null);
        assertThat(party.name()).isEqualTo("甲集团有限公司");
        assertThat(party.creditCode()).isEqualTo(OURS);
        RegisteredParties later = Shelf.registry(Shelf.subject(MINE, "甲集团有限公司", OURS, 2, "2026-09-01T00:00:00Z"));
        assertThat(punished(later, OURS, null).name())
                .as("what happened after the decision changes nothing")
                .isEqualTo("甲矿业有限公司");
    }

    @Test
    void whoeverBoughtTheMineSinceTheVisitIsNotPunishedByItself() {
        RegisteredParties registry = Shelf.registry(Shelf.subject(MINE, "乙测绘有限公司", THEIRS, 2, "2026-06-20T00:00:00Z"));
        assertThat(punished(registry, "", null).name()).isEqualTo("甲矿业有限公司");
        assertThatThrownBy(() -> punished(registry, THEIRS, null)).hasMessageContaining("不是同一主体");
    }

    @Test
    void aCodeThatWasChangedSinceTheVisitStaysWithTheNameItStoodBeside() {
        String changed = "91411003MA9KRX033M";
        RegisteredParties registry = Shelf.registry(Shelf.subject(MINE, "甲集团有限公司", changed, 2, "2026-06-20T00:00:00Z"));
        RegisteredParty party = punished(registry, OURS, null);
        assertThat(party.name() + party.creditCode()).isEqualTo("甲矿业有限公司" + OURS);
        RegisteredParty renewed = punished(registry, changed, "统一社会信用代码已变更");
        assertThat(renewed.name() + renewed.creditCode()).isEqualTo("甲集团有限公司" + changed);
    }

    @Test
    void aCodeIsNotLentToTheNameOfAMineWhoseHolderIsUnknown() {
        Subject nameless = Shelf.subject("KQ:1", "", OURS, 1, "2026-01-01T00:00:00Z");
        RegisteredParty party = Shelf.registry(nameless).ofSubject("KQ:1", DAY).orElseThrow();
        assertThat(party.name()).isEqualTo("神垕陶瓷土矿");
        assertThat(party.hasCode()).isFalse();
    }

    @Test
    void ofADayBeforeTheRegistryKnewItTheFirstVersionIsTaken() {
        assertThat(Shelf.registry()
                        .ofSubject(MINE, DAY.minusYears(3))
                        .orElseThrow()
                        .name())
                .isEqualTo("甲矿业有限公司");
        assertThat(Shelf.registry().ofSubject("KQ:none", DAY)).isEmpty();
    }

    private static RegisteredParty punished(String code, String reason) {
        return punished(Shelf.registry(), code, reason);
    }

    private static RegisteredParty punished(RegisteredParties registry, String code, String reason) {
        return new Punished(registry)
                .of(
                        Shelf.penalty("罚〔2026〕1号", code, reason),
                        registry.ofSubject(MINE, DAY).orElseThrow());
    }
}
