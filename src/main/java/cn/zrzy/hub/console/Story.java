package cn.zrzy.hub.console;

import cn.zrzy.hub.delivery.DispatchFile;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** 一条消息的经过: what happened to it, machine and people together, in the order of the moments. */
record Story(List<Step> steps) {

    /** One of the three is there, the others are null. */
    record Step(
            OffsetDateTime at,
            DispatchFile.Attempt attempt,
            DispatchFile.StoredReceipt receipt,
            DispatchFile.Act act) {}

    static Story of(DispatchFile file) {
        List<Step> steps = new ArrayList<>();
        file.attempts().forEach(attempt -> steps.add(new Step(attempt.startedAt(), attempt, null, null)));
        file.receipts().forEach(receipt -> steps.add(new Step(receipt.readAt(), null, receipt, null)));
        file.acts().forEach(act -> steps.add(new Step(act.at(), null, null, act)));
        steps.sort(Comparator.comparing(Step::at)); // stable: of one moment the attempt comes before its receipt
        return new Story(List.copyOf(steps));
    }
}
