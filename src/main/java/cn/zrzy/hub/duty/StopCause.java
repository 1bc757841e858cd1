package cn.zrzy.hub.duty;

import cn.zrzy.hub.kernel.Accident;
import cn.zrzy.hub.kernel.FailureKind;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a run stopped (中断原因), in Chinese: our own sentence where there is one, else what the accident means.
 *
 * @param code of a refusal; empty for everything else
 * @param after how long to wait at least, where the cause says so
 */
record StopCause(String code, String sentence, boolean waitsForPeople, Optional<Duration> after) {

    boolean isRefusal() {
        return !code.isEmpty();
    }

    /** Camel wraps what a bean throws inside an expression or a fact's route; the reason is further down. */
    static StopCause of(Throwable failure) {
        Throwable ours = FailureKind.ours(failure);
        if (ours instanceof Rejected refusal) {
            return new StopCause(refusal.code(), words(refusal), false, Optional.empty());
        }
        if (ours instanceof TryLater later) {
            Optional<Duration> after = Optional.of(later.after()).filter(wait -> wait.compareTo(Duration.ZERO) > 0);
            return new StopCause("", Masking.text(later.getMessage()), true, after);
        }
        return new StopCause("", Masking.text(Accident.told(failure)), false, Optional.empty());
    }

    private static String words(Rejected refusal) {
        String place = refusal.place() == null ? "" : refusal.place().toString();
        return Masking.text(place.isEmpty() ? refusal.getMessage() : place + "：" + refusal.getMessage());
    }
}
