package cn.zrzy.hub.inspection;

import static cn.zrzy.hub.inspection.Shelf.DAY;
import static cn.zrzy.hub.inspection.Shelf.MINE;
import static cn.zrzy.hub.inspection.Shelf.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** A result is one thing of one visit: entered once, corrected in its place, and of the firm that was visited. */
class FindingBookTests {

    private static final OffsetDateTime NOW = Shelf.THEN.plusDays(30);

    private final Shelf shelf = new Shelf();
    private final Tasks tasks = Mockito.mock(Tasks.class);
    private FindingBook book;

    @BeforeEach
    void open() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        Clock clock = Clock.fixed(NOW.toInstant(), zone);
        task("T001", MINE);
        book = new FindingBook(
                tasks,
                shelf,
                new FindingRules(clock),
                Shelf.registry(),
                new Penalties(new Punished(Shelf.registry()), shelf, clock),
                fact -> {},
                clock);
    }

    private void task(String taskNo, String objectId) {
        Mockito.when(tasks.hold(taskNo))
                .thenReturn(Optional.of(new Task(
                        taskNo,
                        "D1",
                        "P1-S01",
                        "P1",
                        1,
                        objectId,
                        "神垕陶瓷土矿",
                        List.of("NRP-10", "NRP-12"),
                        Shelf.CHECKERS,
                        DAY.minusDays(5),
                        DAY.plusDays(20),
                        Task.State.OPEN,
                        "")));
    }

    @Test
    void whoWasVisitedIsWrittenDownAsRegisteredOnTheDayOfTheCheck() {
        String no = record(null, "NRP-10", null, null);
        Finding stored = shelf.newest(no).orElseThrow();
        assertThat(stored.party().name()).isEqualTo("甲矿业有限公司");
        assertThat(stored.party().creditCode()).isEqualTo(Shelf.OURS);
        assertThat(stored.party().asOf()).isEqualTo(DAY);
    }

    @Test
    void aSecondResultOfTheSameItemIsRefusedAndItsCorrectionIsNot() {
        String no = record(null, "NRP-10", null, null);
        refused("E-FINDING-SECOND", () -> record(null, "NRP-10", null, null));
        assertThat(record(no, "NRP-10", null, null)).isEqualTo(no);
        String other = record(null, "NRP-12", null, null);
        refused("E-FINDING-SECOND", () -> record(other, "NRP-10", null, null));
    }

    @Test
    void aCorrectionStaysWithItsSubject() {
        String no = record(null, "NRP-10", null, null);
        task("T002", THEIRS);
        refused("E-FINDING-TASK", () -> book.record(draft("T002", no, "NRP-10", null, null), null));
    }

    @Test
    void whatNobodyEnteredCannotBeCorrected() {
        refused("E-FINDING-UNKNOWN", () -> record("T001-F9-XXXX", "NRP-10", null, null));
    }

    @Test
    void whatNobodyEnteredCannotBeTold() {
        refused("E-MISSING", () -> new Tellings(shelf).of(Addressee.PORTAL, "T001-F9-XXXX", 1));
    }

    @Test
    void anotherFirmsCodeIsRefused() {
        refused("E-FINDING-PARTY", () -> record(null, "NRP-10", null, Shelf.penalty("罚〔2026〕1号", THEIRS, null)));
        assertThat(shelf.ofScheme("")).isEmpty();
    }

    @Test
    void aSubjectThatTheRegistryDoesNotKnowIsRefused() {
        task("T001", "KQ:none");
        refused("E-FINDING-PARTY", () -> record(null, "NRP-10", null, null));
    }

    @Test
    void nothingWasApprovedTomorrow() {
        refused(
                "E-FINDING-CRIME",
                () -> record(null, "NRP-10", new Finding.Crime("罪", "", "", "局长", NOW.plusHours(1)), null));
    }

    private String record(String findingNo, String item, Finding.Crime crime, PenaltyDraft penalty) {
        return book.record(draft("T001", findingNo, item, crime, penalty), null).findingNo();
    }

    private static FindingDraft draft(
            String taskNo, String findingNo, String item, Finding.Crime crime, PenaltyDraft penalty) {
        List<String> cards = Shelf.CHECKERS.stream().map(Task.Checker::certNo).toList();
        return new FindingDraft(
                findingNo,
                taskNo,
                item,
                List.of("R08"),
                "越界",
                null,
                null,
                DAY,
                cards,
                null,
                null,
                "周敏",
                "何建国",
                null,
                crime,
                penalty);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.code()).isEqualTo(code));
    }
}
