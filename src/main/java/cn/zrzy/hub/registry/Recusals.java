package cn.zrzy.hub.registry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 回避: declared pairs of inspector and subject that must never meet (行政处罚法 §43). */
public interface Recusals {

    /**
     * Declares a pair; the same pair again is no error and changes nothing.
     *
     * @param subjectCode a subject's code, or a holder's 统一社会信用代码: then it holds for all that the holder has
     * @throws cn.zrzy.hub.kernel.Rejected E-RECUSAL when a part is empty
     */
    Recusal declare(String staffNo, String subjectCode, String reason, String by);

    /** Ends a pair (解除回避); the row stays, with who and why. */
    void lift(long id, String reason, String by);

    /** All pairs in force at that instant, by staff number and code. */
    List<Recusal> inForce(Instant time);

    /** @param liftedAt null while in force */
    record Recusal(
            long id,
            String staffNo,
            String subjectCode,
            String reason,
            String by,
            Instant at,
            @Nullable Instant liftedAt) {}
}
