package cn.zrzy.hub.alert.watch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Concern;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From 22:00 to 08:00 somebody has the desk; a quarter of an hour without is a matter for those whom alerts reach. */
class WatchConcernsTests {

    private final List<Watch> book = new ArrayList<>();

    @Test
    void nobodyTakesOverAQuarterOfAnHourAfterTen() {
        assertThat(at("2026-11-28T21:59:00+08:00")).isEmpty();
        assertThat(at("2026-11-28T22:14:59+08:00")).isEmpty();
        assertThat(at("2026-11-28T22:15:00+08:00")).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo("watch-nobody");
            assertThat(row.since()).isEqualTo(OffsetDateTime.parse("2026-11-28T22:00:00+08:00"));
            assertThat(row.canWait()).isFalse();
        });
        assertThat(at("2026-11-29T07:59:00+08:00")).as("the same night").hasSize(1);
        assertThat(at("2026-11-29T08:00:00+08:00")).as("by day").isEmpty();
    }

    @Test
    void whoHasTheDeskIsEnough() {
        book.add(watch("2026-11-28T21:50:00+08:00", null));
        assertThat(at("2026-11-29T03:00:00+08:00")).isEmpty();
    }

    /** Whoever went home without handing over is not there the night after. */
    @Test
    void aWatchThatWasLeftOpenEndsWithItsMorning() {
        book.add(watch("2026-11-27T21:50:00+08:00", null));
        assertThat(at("2026-11-28T22:20:00+08:00")).hasSize(1);
        book.set(0, watch("2026-11-28T20:00:00+08:00", null));
        assertThat(at("2026-11-28T22:20:00+08:00")).isEmpty();
        assertThat(at("2026-11-29T22:20:00+08:00")).hasSize(1);
    }

    @Test
    void aNightWithinOneDayIsNoWholeDay() {
        WatchTerms terms = new WatchTerms(LocalTime.of(0, 0), LocalTime.of(8, 0), Duration.ofMinutes(15));
        Clock noon =
                Clock.fixed(OffsetDateTime.parse("2026-11-29T12:00:00+08:00").toInstant(), Beijing.ZONE);
        assertThat(new WatchConcerns(new Book(), new Presence(new Book(), terms, noon), terms, noon).open())
                .isEmpty();
        Clock three =
                Clock.fixed(OffsetDateTime.parse("2026-11-29T03:00:00+08:00").toInstant(), Beijing.ZONE);
        assertThat(new WatchConcerns(new Book(), new Presence(new Book(), terms, three), terms, three).open())
                .hasSize(1);
    }

    @Test
    void whoLeavesAtTwoLeavesAQuarterOfAnHour() {
        book.add(watch("2026-11-28T21:50:00+08:00", "2026-11-28T18:00:00Z"));
        assertThat(at("2026-11-29T02:14:00+08:00")).isEmpty();
        assertThat(at("2026-11-29T02:15:00+08:00"))
                .singleElement()
                .satisfies(row -> assertThat(row.words()).containsExactly("02:00"));
    }

    @Test
    void whereNobodyLooksNothingIsSaid() {
        assertThat(concerns(Duration.ZERO, "2026-11-29T03:00:00+08:00")).isEmpty();
    }

    private List<Concern> at(String moment) {
        return concerns(Duration.ofMinutes(15), moment);
    }

    private List<Concern> concerns(Duration within, String moment) {
        WatchTerms terms = new WatchTerms(LocalTime.of(22, 0), LocalTime.of(8, 0), within);
        Clock clock = Clock.fixed(OffsetDateTime.parse(moment).toInstant(), Beijing.ZONE);
        return new WatchConcerns(new Book(), new Presence(new Book(), terms, clock), terms, clock).open();
    }

    private static Watch watch(String began, String ended) {
        OffsetDateTime end = ended == null ? null : OffsetDateTime.parse(ended);
        return new Watch(1, "limin/李敏", OffsetDateTime.parse(began), end, "", "", 0);
    }

    private final class Book implements Watches {

        @Override
        public Optional<Watch> current() {
            return book.stream().filter(watch -> watch.endedAt() == null).findFirst();
        }

        @Override
        public Optional<Watch> find(long no) {
            return Optional.empty();
        }

        @Override
        public List<Watch> list(int limit) {
            return book;
        }

        @Override
        public void begin(String person) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void end(long no, String by, String note) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Item> items(long watch) {
            return List.of();
        }
    }
}
