package cn.zrzy.hub.delivery.terms;

import cn.zrzy.hub.kernel.Accident;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.FailureKind;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;

/**
 * What an exception says about the bytes (失败归类): they never left, they may have arrived, or the partner has answered.
 * The text of an exception that is not ours goes to the log; people read what it means.
 */
public enum Failure {
    /** Nothing left this machine, or the partner said "later"; sending again is safe. */
    NOT_SENT,
    /** It may have arrived. */
    MAYBE_SENT,
    /** Our own database was away: it says nothing of the bytes, and never counts against the dispatch. */
    OUR_OUTAGE,
    /** Nobody knows from the exception alone; it depends on whether the bytes were about to leave. */
    UNKNOWN;

    /** {@link FailureKind} decides; here is said what it means for the bytes. */
    public static Failure of(Throwable why) {
        return switch (FailureKind.of(why)) {
            case TRANSIENT -> NOT_SENT;
            case OUTCOME_UNKNOWN -> MAYBE_SENT;
            case OUR_OUTAGE -> OUR_OUTAGE;
            case PERMANENT, FAULT -> UNKNOWN;
        };
    }

    /** Stable code for the runbook and for grouping by cause. */
    public static String code(Throwable thrown) {
        Throwable why = FailureKind.ours(thrown);
        if (why instanceof Rejected rejected) {
            return rejected.code();
        }
        return switch (of(why)) {
            case MAYBE_SENT -> "E-UNKNOWN";
            case NOT_SENT -> why instanceof TryLater ? "E-BUSY" : "E-CONNECT";
            case OUR_OUTAGE, UNKNOWN -> "E-INTERNAL";
        };
    }

    /** Chinese sentence for the operator, bounded, personal data masked. */
    public static String sentence(Throwable thrown) {
        Throwable why = FailureKind.ours(thrown);
        String text = switch (code(why)) {
            case "E-CONNECT" -> "连接不上对方，报文没有发出";
            case "E-INTERNAL" -> Accident.told(why);
            case "E-UNKNOWN" -> why instanceof AnswerLost ? String.valueOf(why.getMessage()) : "已发出，没有收到可认的应答";
            default -> String.valueOf(why.getMessage());
        };
        String masked = Masking.text(text);
        return masked.length() <= 1000 ? masked : masked.substring(0, 1000) + "…";
    }
}
