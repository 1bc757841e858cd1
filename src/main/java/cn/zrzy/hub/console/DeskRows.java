package cn.zrzy.hub.console;

import cn.zrzy.hub.duty.DutyLedger;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 待处理 as the API gives it: the same rows as on the duty desk, in Chinese sentences. */
@Component("deskRows")
class DeskRows {

    private final OpenProblems problems;
    private final DutyLedger duty;
    private final MessageSource messages;

    DeskRows(OpenProblems problems, DutyLedger duty, MessageSource messages) {
        this.problems = problems;
        this.duty = duty;
        this.messages = messages;
    }

    /**
     * @param kind stable name, for example {@code concern-strays}
     * @param since moment it began; null when unknown
     * @param dueAt moment by which it must be done; null when no clock runs
     * @param href page of the console where it is dealt with
     */
    record Row(
            String kind,
            String sentence,
            @Nullable Object since,
            @Nullable Object dueAt,
            String href,
            boolean canWait) {}

    List<Row> open() {
        return problems.open(duty.stopped()).stream()
                .map(problem -> new Row(
                        problem.testId(),
                        messages.getMessage(problem.text(), problem.words().toArray(), Locale.SIMPLIFIED_CHINESE),
                        problem.since(),
                        problem.dueAt(),
                        problem.href(),
                        problem.canWait()))
                .toList();
    }
}
