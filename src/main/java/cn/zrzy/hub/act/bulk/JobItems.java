package cn.zrzy.hub.act.bulk;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Storage of what a bulk job works on (作业逐件); an item and its job's counter move in one transaction. */
public interface JobItems {

    /** One message of a job, as lists and the export show it. */
    record Item(
            long seq,
            String dispatch,
            String state,
            @Nullable OffsetDateTime pressedAt,
            @Nullable OffsetDateTime judgedAt,
            String code,
            String result) {}

    /** One that was pressed so many seconds ago and waits for its outcome. */
    record Pressed(String dispatch, int tries, long seconds) {

        Duration since() {
            return Duration.ofSeconds(seconds);
        }
    }

    /** @return how many were added; those that are in an open job already are left out */
    int gather(long job, Collection<String> dispatches, String gatheredTo);

    List<String> waiting(long job, int limit);

    List<Pressed> pressed(long job, int limit);

    /** Within the transaction of the act itself. @return false when somebody has pressed it meanwhile */
    boolean press(long job, String dispatch, int tries);

    /** It could not even be begun. */
    void refuse(long job, String dispatch, String code, String sentence);

    void judge(long job, String dispatch, ItemOutcome outcome);

    /** What was not begun is left alone. @return how many in this go */
    int leave(long job, int limit);

    /** In the order in which they are worked on; {@code after} is the last {@code seq} seen, 0 at the beginning. */
    List<Item> items(long job, long after, int limit);

    /** An open job that has one of these. */
    Optional<Long> openJobOf(Collection<String> dispatches);
}
