package cn.zrzy.hub.delivery.window;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The partners' calendars (停机窗口). While a window is open nothing leaves to its partner: what is owed waits in the ledger, in
 * its order, and goes on by itself at the end. No clock of the law waits with it.
 */
public interface Windows {

    /** Of one partner those that stand, weekly ones first. */
    List<Window> of(String partner);

    /** @param id as {@link Window#id()} says it */
    Optional<Window> find(String id);

    /** Open at this moment; one a partner. */
    List<Opening> open();

    /** All that are open to one partner, the one that ends last first. */
    List<Opening> open(String partner);

    /** Partners whose window is open or was so within this time: whether they answer is found out only now. */
    Set<String> away(Duration lately);

    void enter(String partner, Term term, String who, String reason);

    /** Also when it is open; sending goes on then. */
    void end(String id, String who, String reason);
}
