package cn.zrzy.hub.ceremony.record;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asked and approved corrections of draws (更正申请与批准). */
public interface Corrections {

    /**
     * @param request number of the request
     * @param kind {@code EXCLUDE} 对象退出, {@code RECUSE} 后发回避 or {@code RESEAT} 整组重派
     * @param approver null until another person approved it; so are all that follow
     * @param no its number in the evidence, from 1 within the draw
     */
    record Case(
            long request,
            String drawNo,
            String kind,
            String subjectId,
            String inspectorId,
            String code,
            String reason,
            String evidence,
            String asker,
            OffsetDateTime askedAt,
            @Nullable String approver,
            @Nullable String document,
            @Nullable OffsetDateTime approvedAt,
            @Nullable Integer no) {

        public boolean approved() {
            return approver != null;
        }

        /** @param number in the evidence */
        public Case approvedBy(String approver, String document, OffsetDateTime at, int number) {
            return new Case(
                    request,
                    drawNo,
                    kind,
                    subjectId,
                    inspectorId,
                    code,
                    reason,
                    evidence,
                    asker,
                    askedAt,
                    approver,
                    document,
                    at,
                    number);
        }
    }

    /** @return number of the request */
    long ask(Case asked);

    /** Locks it until the transaction ends: two approvals of one moment are one. */
    Optional<Case> hold(String drawNo, long request);

    /** @param picks the whole result as it stands after this correction */
    void approve(Case approved, List<DrawnResult.Pick> picks);

    /** All of a draw, open requests too, in the order in which they were asked. */
    List<Case> ofDraw(String drawNo);

    /** The result as it stood after that correction. */
    Optional<List<DrawnResult.Pick>> picks(String drawNo, int no);

    /** Number of the last correction approved before that moment, 0 when there is none. */
    default int lastBefore(String drawNo, OffsetDateTime moment) {
        return ofDraw(drawNo).stream()
                .filter(one -> one.approved() && one.approvedAt().isBefore(moment))
                .mapToInt(Case::no)
                .max()
                .orElse(0);
    }

    /** An unannounced draw as it stood when it was opened; what came later has notices of its own. */
    default DrawnResult atOpening(DrawnResult draw) {
        int last = lastBefore(draw.drawNo(), draw.openedAt());
        return last == 0 ? draw : draw.withPicks(picks(draw.drawNo(), last).orElseThrow());
    }

    /** Highest rank that the draw ever gave to a subject; a rank is never used for two. */
    int lastRank(String drawNo);
}
