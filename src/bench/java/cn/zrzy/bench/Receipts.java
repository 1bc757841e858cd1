package cn.zrzy.bench;

/**
 * How far the dispatches of one plan's findings have come; times in seconds.
 *
 * @param seconds from the first debt to the last receipt so far
 */
record Receipts(long owed, long confirmed, double seconds, double p50, double p95) {

    double perSecond() {
        return seconds <= 0 ? 0 : confirmed / seconds;
    }
}
