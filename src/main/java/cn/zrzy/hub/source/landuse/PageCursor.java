package cn.zrzy.hub.source.landuse;

/**
 * Where the reading of a paged feed stands (翻页游标).
 *
 * @param number page to ask for, from 1
 * @param received rows read so far
 * @param total rows that the source says it has; −1 before the first answer
 */
record PageCursor(int number, long received, long total, boolean more) {

    static PageCursor first() {
        return new PageCursor(1, 0, -1, true);
    }

    static PageCursor finished() {
        return new PageCursor(0, 0, 0, false);
    }

    PageCursor after(long rows, long declared) {
        long sum = received + rows;
        return new PageCursor(number + 1, sum, declared, rows > 0 && sum < declared);
    }
}
