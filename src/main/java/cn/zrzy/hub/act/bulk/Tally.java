package cn.zrzy.hub.act.bulk;

/**
 * How far a job is (进度).
 *
 * @param pressed begun, their outcome known or not
 * @param baseJudged known when a person last let it go on, of which {@code baseFailed} had failed
 */
public record Tally(long total, long pressed, long done, long failed, long baseJudged, long baseFailed) {

    long judged() {
        return done + failed;
    }

    /** Begun, and nobody knows yet what came of it. */
    public long open() {
        return pressed - judged();
    }

    public long waiting() {
        return total - pressed;
    }
}
