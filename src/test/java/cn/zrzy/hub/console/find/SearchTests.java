package cn.zrzy.hub.console.find;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.kernel.search.Findable;
import cn.zrzy.hub.kernel.search.Found;
import cn.zrzy.hub.kernel.search.Sought;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** One box asks every room; a room that is slow keeps nobody from the others, and a short word reads no history. */
class SearchTests {

    private final List<Sought> asked = new ArrayList<>();

    @Test
    void aRoomThatTakesTooLongIsSaidToAndTheOthersAnswer() {
        Search search = search(new Room(Found.Kind.SUBJECT, true), new Room(Found.Kind.RUN, false));
        assertThat(search.all("许昌测绘", "LEAD", 10))
                .extracting(
                        Search.Group::kind,
                        Search.Group::late,
                        group -> group.found().size())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Found.Kind.SUBJECT, true, 0),
                        org.assertj.core.groups.Tuple.tuple(Found.Kind.RUN, false, 1));
    }

    @Test
    void oneSignIsNotLookedFor() {
        assertThat(search(new Room(Found.Kind.RUN, false)).all("许", "LEAD", 10)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void twoSignsAreNoFragmentOfALongHistory() {
        assertThat(Sought.words("测绘", 10).inHistory().like()).isEqualTo("测绘%");
        assertThat(Sought.codes(List.of("A1"), 10).inHistory().like()).isNull();
        assertThat(Sought.words("测绘", 10).inHistory().words()).isEqualTo("测绘");
        assertThat(Sought.words("测绘院", 10).inHistory().like()).isEqualTo("%测绘院%");
        assertThat(Sought.words("T7_", 10).inHistory().like()).isEqualTo("%T7\\_%");
    }

    private static Search search(Findable... rooms) {
        return new Search(List.of(rooms), List::of, new Patience() {
            @Override
            public <T> Optional<T> within(Supplier<T> look) {
                return Optional.ofNullable(look.get());
            }
        });
    }

    private final class Room implements Findable {

        private final Found.Kind kind;
        private final boolean slow;

        private Room(Found.Kind kind, boolean slow) {
            this.kind = kind;
            this.slow = slow;
        }

        @Override
        public Found.Kind kind() {
            return kind;
        }

        @Override
        public List<Found> find(Sought sought) {
            asked.add(sought);
            return slow ? null : List.of(new Found(kind, "1", OffsetDateTime.now(), "", "夜间任务", "", "", "DONE"));
        }
    }
}
