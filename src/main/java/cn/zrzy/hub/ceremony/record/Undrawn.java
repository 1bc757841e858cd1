package cn.zrzy.hub.ceremony.record;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * 无结果证明: somebody else's word, on paper, that a draw which was voided never could have a result: the platform's that it
 * never drew (mode P), the organiser's that the public event never took place (modes L and S).
 */
public interface Undrawn {

    /**
     * @param document number of that paper
     * @param evidence SM3 of that paper, 64 hex
     * @param approver null until a second person has confirmed it; so is {@code approvedAt}
     */
    record Certificate(
            String drawNo,
            String document,
            String evidence,
            String asker,
            OffsetDateTime askedAt,
            String approver,
            OffsetDateTime approvedAt) {}

    Optional<Certificate> find(String drawNo);

    /** Enters a paper, or a better one in place of one that is not confirmed. */
    void ask(Certificate certificate);

    void approve(String drawNo, String approver, OffsetDateTime at);

    /** Two persons have confirmed it: nothing is waited for any more. */
    default boolean certified(String drawNo) {
        return find(drawNo).filter(paper -> paper.approver() != null).isPresent();
    }
}
