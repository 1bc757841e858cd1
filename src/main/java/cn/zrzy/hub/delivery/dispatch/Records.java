package cn.zrzy.hub.delivery.dispatch;

import cn.zrzy.hub.delivery.Receipt;
import java.util.Optional;

/**
 * What a step adds to the history of a dispatch (台账记载), beside the row itself.
 *
 * @param ended the try that ran is over
 * @param tried a new one begins
 * @param receipt that came
 * @param act what a person did
 */
public record Records(Optional<Ended> ended, Optional<Tried> tried, Optional<Receipt> receipt, Optional<Act> act) {

    static final Records NONE = new Records(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @param outcome CONFIRMED SENT REJECTED LATER LOST ABSENT EXPIRED */
    public record Ended(String outcome, String code, String cause) {}

    /** @param kind SEND or ASK */
    public record Tried(String kind, int number, long leaseNo) {}

    /** @param act its name as people read it */
    public record Act(String act, String who, String reason) {}

    static Records of(Ended ended) {
        return new Records(Optional.of(ended), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Records of(Tried tried) {
        return new Records(Optional.empty(), Optional.of(tried), Optional.empty(), Optional.empty());
    }

    static Records of(Receipt receipt) {
        return new Records(Optional.empty(), Optional.empty(), Optional.of(receipt), Optional.empty());
    }

    static Records of(Act act) {
        return new Records(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(act));
    }

    Records and(Records more) {
        return new Records(
                more.ended.or(() -> ended),
                more.tried.or(() -> tried),
                more.receipt.or(() -> receipt),
                more.act.or(() -> act));
    }
}
