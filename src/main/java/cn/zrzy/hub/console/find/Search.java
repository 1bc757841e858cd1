package cn.zrzy.hub.console.find;

import cn.zrzy.hub.ceremony.record.SealedDraws;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.kernel.search.Findable;
import cn.zrzy.hub.kernel.search.Found;
import cn.zrzy.hub.kernel.search.Sought;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * 检索: asks every room, in the order of {@link Found.Kind}. What the registry knows by the words is asked for by its codes as
 * well, so that a firm's visits and messages are found by a name that they do not bear.
 */
@Component
public class Search {

    /** One sign fits nearly everything. */
    private static final int SHORTEST = 2;

    /** So many objects are followed into the other rooms. */
    private static final int FOLLOWED = 100;

    private final List<Findable> rooms;
    private final SealedDraws sealed;
    private final Patience patience;

    Search(List<Findable> rooms, SealedDraws sealed, Patience patience) {
        this.rooms = rooms.stream().sorted(Comparator.comparing(Findable::kind)).toList();
        this.sealed = sealed;
        this.patience = patience;
    }

    /**
     * @param more there is more of this kind than is listed
     * @param late it took too long and was stopped; nothing of it is listed
     */
    public record Group(Found.Kind kind, List<Found> found, boolean more, boolean late) {}

    /** By kind, without those in which nothing was found. */
    List<Group> all(String typed, String role, int most) {
        Sought sought = sought(typed, role, most + 1);
        return ask(sought, role).stream()
                .filter(group -> group.late() || !group.found().isEmpty())
                .map(group -> cut(group, most))
                .toList();
    }

    /** What every room has of these objects. */
    List<Found> of(Collection<String> codes, String role, int most) {
        return ask(Sought.codes(codes, most).hiding(hidden(role)), role).stream()
                .flatMap(group -> group.found().stream())
                .toList();
    }

    /** What every room has by these very words, whatever they mean in the registry. */
    List<Found> by(String words, String role, int most) {
        return ask(Sought.words(words, most).hiding(hidden(role)), role).stream()
                .flatMap(group -> group.found().stream())
                .toList();
    }

    private List<Group> ask(Sought sought, String role) {
        Reach reach = Reach.of(role);
        if (sought.words().length() < SHORTEST && sought.codes().isEmpty()) {
            return List.of();
        }
        return rooms.stream()
                .filter(room -> reach.includes(room.kind()))
                .map(room -> ask(room, sought, reach))
                .toList();
    }

    /** One room that is slow keeps nobody from what the others have. */
    private Group ask(Findable room, Sought sought, Reach reach) {
        Optional<List<Found>> found = patience.within(() -> room.find(sought));
        return new Group(
                room.kind(),
                found.orElse(List.of()).stream().map(one -> shown(one, reach)).toList(),
                false,
                found.isEmpty());
    }

    private static Found shown(Found found, Reach reach) {
        boolean object = reach.includes(Found.Kind.SUBJECT) || found.kind() != Found.Kind.MESSAGE;
        return object ? found.masked() : found.masked().aboutNobody();
    }

    private static Group cut(Group group, int most) {
        boolean more = group.found().size() > most;
        return new Group(group.kind(), more ? group.found().subList(0, most) : group.found(), more, group.late());
    }

    /** @return empty when it took too long and was stopped */
    public <T> Optional<T> patiently(Supplier<T> look) {
        return patience.within(look);
    }

    /** The words, the objects that bear them, and without what this role may not know. */
    public Sought sought(String typed, String role, int most) {
        Sought words = Sought.words(typed, most).hiding(hidden(role));
        if (words.words().length() < SHORTEST || !Reach.of(role).includes(Found.Kind.SUBJECT)) {
            return words;
        }
        List<String> codes = rooms.stream()
                .filter(room -> room.kind() == Found.Kind.SUBJECT)
                .flatMap(room -> patience.within(() -> room.find(Sought.words(typed, FOLLOWED))).stream())
                .flatMap(List::stream)
                .map(Found::key)
                .toList();
        return words.and(codes);
    }

    boolean reaches(Found.Kind kind, String role) {
        return Reach.of(role).includes(kind);
    }

    /** Draws of which this role may learn nothing yet. */
    public Set<String> hidden(String role) {
        return Reach.of(role) == Reach.SEALED_TOO ? Set.of() : Set.copyOf(sealed.now());
    }

    /** The message is about a draw of which this role may learn nothing yet. */
    public boolean closed(DispatchSummary message, String role) {
        return hidden(role).contains(message.about().drawNo());
    }

    /** The same messages; beside those of a sealed draw stands no name. */
    public List<DispatchSummary> readable(List<DispatchSummary> messages, String role) {
        Reach reach = Reach.of(role);
        Set<String> closed = hidden(role);
        return messages.stream()
                .map(message -> reach.includes(Found.Kind.SUBJECT)
                                && !closed.contains(message.about().drawNo())
                        ? message
                        : message.aboutNobody())
                .toList();
    }
}
