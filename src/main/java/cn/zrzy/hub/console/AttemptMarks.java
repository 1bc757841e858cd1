package cn.zrzy.hub.console;

import org.springframework.stereotype.Component;

/** Lets a page ask for the mark of an attempt's outcome (尝试结果). */
@Component("attemptMarks")
class AttemptMarks {

    public Mark of(String outcome) {
        return Mark.ofAttempt(outcome);
    }
}
