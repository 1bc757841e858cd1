package cn.zrzy.hub.kernel;

import cn.zrzy.hub.kernel.search.About;
import java.util.List;

/**
 * Something that has happened in one of the trade's rooms (业务事实). Published as a Spring event inside the transaction
 * that made it true; {@code plumbing.EventRelay} hands it to the route {@code direct:<event()>} in that same
 * transaction, so what is owed because of it commits with it or not at all.
 */
public interface Fact {

    /** Event name {@code <module>.<past-tense>}, for example {@code plan.approved}. */
    String event();

    /** Business key of what changed, with its version where it has one, for example {@code XC-2026-P01@1}. ASCII. */
    String key();

    /** Facts with the same order key reach one partner in the order in which they happened, normally the plan number. */
    String orderKey();

    /** Chinese sentence for the audit trail and the console; no personal data. */
    String sentence();

    /**
     * By what else somebody may look for it (检索键): numbers, codes and names of firms that it is about. No natural person's
     * name, and nobody who was drawn: the draw may still be closed.
     */
    default List<String> mentions() {
        return List.of();
    }

    /** Whom it is about (所涉对象), to be read beside its messages; nobody where it concerns a plan or a whole draw. */
    default About about() {
        return About.NOBODY;
    }
}
