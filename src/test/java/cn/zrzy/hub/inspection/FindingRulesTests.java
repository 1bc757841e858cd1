package cn.zrzy.hub.inspection;

import static cn.zrzy.hub.inspection.Shelf.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of entry, broken one at a time in an entry that is otherwise sound, is refused by its code at its field. */
class FindingRulesTests {

    private static final OffsetDateTime NOW = Shelf.THEN.plusDays(30);
    private static final List<String> TEAM =
            Shelf.CHECKERS.stream().map(Task.Checker::certNo).toList();
    private static final Task TASK = new Task(
            "T001",
            "D1",
            "P1-S01",
            "P1",
            1,
            Shelf.MINE,
            "神垕陶瓷土矿",
            List.of("NRP-10"),
            Shelf.CHECKERS,
            DAY.minusDays(5),
            DAY.plusDays(20),
            Task.State.OPEN,
            "");

    private final FindingRules rules = new FindingRules(Clock.fixed(NOW.toInstant(), ZoneId.of("Asia/Shanghai")));

    private record Broken(String code, String field, FindingDraft draft) {

        @Override
        public String toString() {
            return code + " " + field;
        }
    }

    /** One entry; each {@code with} changes one thing of it. */
    private record Entry(
            String item,
            List<String> codes,
            String facts,
            LocalDate date,
            List<String> checkers,
            String recorder,
            String reviewer,
            Finding.Crime crime) {

        static final Entry SOUND = new Entry("NRP-10", List.of("R08"), "越界", DAY, TEAM, "周敏", "何建国", null);

        Entry withItem(String item) {
            return new Entry(item, codes, facts, date, checkers, recorder, reviewer, crime);
        }

        Entry withCodes(List<String> codes) {
            return new Entry(item, codes, facts, date, checkers, recorder, reviewer, crime);
        }

        Entry withFacts(String facts) {
            return new Entry(item, codes, facts, date, checkers, recorder, reviewer, crime);
        }

        Entry withDate(LocalDate date) {
            return new Entry(item, codes, facts, date, checkers, recorder, reviewer, crime);
        }

        Entry withCheckers(List<String> checkers) {
            return new Entry(item, codes, facts, date, checkers, recorder, reviewer, crime);
        }

        Entry withPeople(String recorder, String reviewer) {
            return new Entry(item, codes, facts, date, checkers, recorder, reviewer, crime);
        }

        Entry withCrime(Finding.Crime crime) {
            return new Entry(item, codes, facts, date, checkers, recorder, reviewer, crime);
        }

        FindingDraft draft() {
            return new FindingDraft(
                    null, "T001", item, codes, facts, null, null, date, checkers, null, null, recorder, reviewer, null,
                    crime, null);
        }
    }

    static List<Broken> broken() {
        Entry sound = Entry.SOUND;
        return List.of(
                broken("E-FINDING-CODE", "resultCodes", sound.withCodes(null)),
                broken("E-FINDING-CODE", "resultCodes", sound.withCodes(List.of())),
                broken("E-FINDING-CODE", "resultCodes", sound.withCodes(List.of("R99"))),
                broken("E-FINDING-CODE", "resultCodes", sound.withCodes(List.of("R01", "R08"))),
                broken("E-FINDING-FACTS", "facts", sound.withFacts(" ")),
                broken("E-FINDING-ITEM", "itemCode", sound.withItem("NRP-12")),
                broken("E-FINDING-DATE", "checkDate", sound.withDate(null)),
                broken("E-FINDING-DATE", "checkDate", sound.withDate(DAY.minusDays(6))),
                broken("E-FINDING-DATE", "checkDate", sound.withDate(DAY.plusDays(21))),
                broken("E-FINDING-TWO", "checkers", sound.withCheckers(null)),
                broken("E-FINDING-TWO", "checkers", sound.withCheckers(TEAM.subList(0, 1))),
                broken("E-FINDING-TWO", "checkers", sound.withCheckers(List.of(TEAM.get(0), TEAM.get(0)))),
                broken("E-FINDING-TEAM", "checkers", sound.withCheckers(List.of(TEAM.get(0), "16110029999"))),
                broken("E-FINDING-REVIEW", "reviewer", sound.withPeople("周敏", "")),
                broken("E-FINDING-REVIEW", "reviewer", sound.withPeople("周敏", "周敏")),
                broken("E-FINDING-CRIME", "crime", sound.withCrime(new Finding.Crime("罪", "", "", "", NOW))),
                broken(
                        "E-FINDING-CRIME",
                        "crime.approvedAt",
                        sound.withCrime(new Finding.Crime("罪", "", "", "局长", NOW.plusMinutes(11)))));
    }

    private static Broken broken(String code, String field, Entry entry) {
        return new Broken(code, field, entry.draft());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void isRefused(Broken entry) {
        assertThatThrownBy(() -> rules.check(entry.draft, TASK)).isInstanceOfSatisfying(Rejected.class, no -> {
            assertThat(no.code()).isEqualTo(entry.code);
            assertThat(no.place().field()).isEqualTo(entry.field);
        });
    }

    @Test
    void aSoundEntryIsTaken() {
        assertThatCode(() -> rules.check(Entry.SOUND.draft(), TASK)).doesNotThrowAnyException();
        assertThatCode(() -> rules.check(
                        Entry.SOUND.withFacts(null).withCodes(List.of("R01")).draft(), TASK))
                .as("where nothing was found there are no facts")
                .doesNotThrowAnyException();
        assertThatCode(() -> rules.check(
                        Entry.SOUND
                                .withCrime(new Finding.Crime("罪", "", "", "局长", NOW.plusMinutes(9)))
                                .draft(),
                        TASK))
                .as("the office's clock may run a little ahead")
                .doesNotThrowAnyException();
    }
}
