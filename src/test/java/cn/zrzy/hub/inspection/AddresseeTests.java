package cn.zrzy.hub.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Rejected;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a correction is to each addressee: nothing, a correction of the same thing, or its withdrawal; never a second thing. */
class AddresseeTests {

    private final Shelf shelf = new Shelf();
    private final Tellings tellings = new Tellings(shelf);

    @BeforeEach
    void aCaseForEverybody() {
        shelf.add(grave(1, "越界开采", ""), null);
    }

    @Test
    void theFirstVersionIsNewToEverybody() {
        assertThat(changes(1)).isEqualTo("PROVINCE FIRST PORTAL FIRST ENFORCEMENT FIRST JUDICIARY FIRST CREDIT FIRST");
    }

    @Test
    void theSameAgainIsNothingToAnybody() {
        shelf.add(grave(2, "越界开采", ""), null);
        assertThat(changes(2)).isEqualTo("PROVINCE NONE PORTAL NONE ENFORCEMENT NONE JUDICIARY NONE CREDIT NONE");
    }

    @Test
    void aCharacterIsNewsOnlyToWhoeverReadsIt() {
        shelf.add(grave(2, "越界开彩", ""), null);
        assertThat(changes(2))
                .as("the police have the survey report")
                .isEqualTo("PROVINCE NONE PORTAL NONE ENFORCEMENT CORRECTION JUDICIARY NONE CREDIT CORRECTION");
    }

    @Test
    void whatIsNotPublicAnyMoreIsWithdrawnFromPortalEnforcementAndCredit() {
        shelf.add(grave(2, "越界开采", "涉及国家秘密"), null);
        assertThat(changes(2))
                .isEqualTo(
                        "PROVINCE CORRECTION PORTAL WITHDRAWAL ENFORCEMENT WITHDRAWAL JUDICIARY NONE CREDIT WITHDRAWAL");
    }

    @Test
    void whereNothingWasFoundLeadCrimeAndRecordAreWithdrawnAndThePageSaysSo() {
        shelf.add(Shelf.finding("F1", 2, List.of("R01"), "", ""), null);
        assertThat(changes(2))
                .isEqualTo(
                        "PROVINCE CORRECTION PORTAL CORRECTION ENFORCEMENT WITHDRAWAL JUDICIARY WITHDRAWAL CREDIT WITHDRAWAL");
    }

    @Test
    void whatWasWithdrawnAndComesBackIsTheSameThingOnceMore() {
        shelf.add(Shelf.finding("F1", 2, List.of("R01"), "", ""), null);
        shelf.add(grave(3, "越界开采", ""), null);
        assertThat(changes(3)).contains("ENFORCEMENT FIRST", "CREDIT FIRST");
    }

    @Test
    void aVersionThatWasNotSentInTimeIsNotSentOnceItHasNoGroundAnyMore() {
        shelf.add(grave(2, "越界开采", "涉及国家秘密"), null);
        assertThatThrownBy(() -> tellings.of(Addressee.PORTAL, "F1", 1))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.code()).isEqualTo("E-WITHDRAWN"));
        assertThat(tellings.of(Addressee.JUDICIARY, "F1", 1).withdraws()).isFalse();
        Telling withdrawal = tellings.of(Addressee.CREDIT, "F1", 2);
        assertThat(withdrawal.withdraws()).isTrue();
        assertThat(withdrawal.stood().version()).isEqualTo(1);
    }

    private static Finding grave(int version, String facts, String withheld) {
        return Shelf.finding(
                "F1",
                version,
                List.of("R06", "R08"),
                facts,
                withheld,
                Shelf.crime("经勘测，越界三百平方米"),
                Shelf.penaltyOf("罚〔2026〕1号"));
    }

    private String changes(int version) {
        Finding finding = shelf.find("F1", version).orElseThrow();
        return Arrays.stream(Addressee.values())
                .map(to -> to + " " + tellings.change(to, finding))
                .collect(Collectors.joining(" "));
    }
}
