package cn.zrzy.hub.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What waits for whom (积压): exact, at the cost of what is open. Reads only. */
public interface Backlogs {

    /**
     * What one partner has not confirmed, by how long it has waited.
     *
     * @param hour less than an hour, {@code watch} less than twelve, {@code day} less than a day, {@code older} longer
     * @param moving with a route just now, or with the carrier; a pause does not call it back
     */
    record Backlog(long hour, long watch, long day, long older, long moving) {

        public long open() {
            return hour + watch + day + older;
        }
    }

    Backlog of(String partner);

    /** A fact that is still to be told by one route. */
    record OpenFact(String route, String factKey) {}

    /** Of these facts, by their business keys, what the partner has not confirmed. */
    Set<OpenFact> openOf(String partner, Collection<String> keys);

    /**
     * Which open messages are meant (选取).
     *
     * @param state in which they stand
     * @param partner empty for every partner
     * @param cause code of the last failure; empty for every cause
     */
    record Wanted(DispatchState state, String partner, String cause) {

        /** Nothing but their state tells them from the rest. */
        public boolean everything() {
            return partner.isEmpty() && cause.isEmpty();
        }
    }

    /**
     * @param total all that are meant
     * @param arrived those of them that the partner may have received: once sent, answered, or in doubt
     */
    record Count(long total, long arrived) {}

    Count count(Wanted wanted);

    /** The next of them by age; {@code after} is the last one that was seen, empty at the beginning. */
    List<Look> after(Wanted wanted, String after, int limit);

    /** How these stand now; in order of age, those that do not exist are missing. */
    List<Look> look(Collection<String> dispatches);

    /**
     * One message as a bulk job sees it (一件).
     *
     * @param askable the partner tells by key what it holds; else the same bytes may go twice
     * @param tries sendings and questions that were begun
     * @param failing tried since it was last set going, and not taken
     * @param arrived the partner may have it
     */
    record Look(
            String dispatch,
            String partner,
            String sentence,
            DispatchState state,
            boolean askable,
            int tries,
            boolean failing,
            boolean arrived,
            String causeCode,
            String cause) {}
}
