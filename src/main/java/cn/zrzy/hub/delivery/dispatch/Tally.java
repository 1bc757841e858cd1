package cn.zrzy.hub.delivery.dispatch;

import cn.zrzy.hub.delivery.dispatch.Transition.Mark;
import java.util.Set;

/**
 * Its counters (计数).
 *
 * @param attempts begun sendings
 * @param asks begun questions
 * @param setbacks failures since the last success of any kind; drives the back-off
 * @param unfinished begun and never ended, in a row; drives the poison rule
 */
public record Tally(int attempts, int asks, int setbacks, int unfinished) {

    Tally with(Set<Mark> marks) {
        return new Tally(
                attempts + (marks.contains(Mark.ATTEMPT) ? 1 : 0),
                asks + (marks.contains(Mark.QUESTION) ? 1 : 0),
                marks.contains(Mark.TAKEN) ? 0 : setbacks + (marks.contains(Mark.SETBACK) ? 1 : 0),
                marks.contains(Mark.ENDED) ? 0 : unfinished + (marks.contains(Mark.OPENED) ? 1 : 0));
    }
}
