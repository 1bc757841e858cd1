package cn.zrzy.hub.ceremony.amend;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request to amend a draw (办理结果).
 *
 * @param already it was so before
 * @param request number under which a correction is approved
 * @param no number of the correction, counted within the draw
 * @param afterResult whether the void came after the result was known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Amended(
        String drawNo,
        State state,
        boolean already,
        @Nullable Long request,
        @Nullable Integer no,
        @Nullable String schemeNo,
        @Nullable Boolean afterResult) {

    /** ASKED 已申请, CORRECTED 已更正, VOID 已作废, CERTIFIED 无结果证明已确认. */
    enum State {
        ASKED,
        CORRECTED,
        VOID,
        CERTIFIED
    }

    static Amended asked(String drawNo) {
        return of(drawNo, State.ASKED, false);
    }

    static Amended asked(String drawNo, long request) {
        return new Amended(drawNo, State.ASKED, false, request, null, null, null);
    }

    static Amended of(String drawNo, State state, boolean already) {
        return new Amended(drawNo, state, already, null, null, null, null);
    }

    static Amended corrected(String drawNo, int no, boolean already) {
        return new Amended(drawNo, State.CORRECTED, already, null, no, null, null);
    }

    static Amended voided(String drawNo, String schemeNo, boolean afterResult) {
        return new Amended(drawNo, State.VOID, false, null, null, schemeNo, afterResult);
    }
}
