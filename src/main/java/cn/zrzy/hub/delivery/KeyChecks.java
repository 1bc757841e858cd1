package cn.zrzy.hub.delivery;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * 对键, bean {@code keyChecks}: at every start each partner is asked which of our keys it holds, and what it holds and our
 * ledger does not know is listed. Until the answer was compared nothing is sent to that partner: for a short patience after
 * an ordinary restart, for as long as it takes when the ledger may have been put back to an earlier day.
 */
public interface KeyChecks {

    /** At the start of a hub, before anything may leave. What an earlier check still waited for is waited for again. */
    void open();

    /** A sign of life in the database; by it the next start knows how long no hub was there. */
    void beat();

    /** Questions to be asked now; each is given out once and comes again when it stays without an answer. */
    List<KeyQuestion> due();

    /** The question is on its way; the answer comes by another way and at its own time. */
    void asked(KeyQuestion question);

    /** Compares one page; an answer to a question of another start is left aside. */
    void compare(String partner, KeyAnswer answer);

    /** No answer, or none that can be read; asked again later. */
    void unanswered(KeyQuestion question, Exception why);

    /** Everybody is asked anew and waited for, since the ledger was put back to a moment after {@code since}. */
    void reopen(OffsetDateTime since);

    /** Goes on without the answer; it is still compared when it comes. @return false when nobody waits for it */
    boolean waive(String partner, String who, String reason);

    /** @return how many keys a person has now taken note of */
    int acknowledge(String partner, String who, String reason);

    /** One line a partner. */
    List<KeyCheck> standing();

    /** Newest first, those to be acknowledged before the others; at most 1,000. */
    List<UnknownKey> unknown();
}
