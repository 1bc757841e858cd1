package cn.zrzy.hub.ceremony.record;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asked and approved abandonments of draws (作废申请与批准). */
public interface Abandonments {

    /**
     * @param evidence SM3 of the deciding paper, 64 hex
     * @param approver null until another person approved it; so are {@code approvedAt} and {@code afterResult}
     * @param afterResult the draw had its result already; else its trial result (作废试算) follows
     */
    record Case(
            String drawNo,
            String schemeNo,
            String planNo,
            String reason,
            String document,
            String evidence,
            String asker,
            OffsetDateTime askedAt,
            @Nullable String approver,
            @Nullable OffsetDateTime approvedAt,
            @Nullable Boolean afterResult) {

        public boolean approved() {
            return approver != null;
        }
    }

    Optional<Case> find(String drawNo);

    /** Locks it until the transaction ends: two approvals of one moment are one. */
    Optional<Case> hold(String drawNo);

    /** Enters a request, or a better one in place of an open one. */
    void ask(Case asked);

    void approve(String drawNo, String approver, OffsetDateTime at, boolean afterResult);

    /** Was any draw of this scheme voided? */
    boolean ofScheme(String schemeNo);

    /** Voided before their result and still without one, by number; a platform's draw until it certifies that it has none. */
    List<Case> awaitingShadow();
}
