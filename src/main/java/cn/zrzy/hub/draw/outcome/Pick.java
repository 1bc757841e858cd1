package cn.zrzy.hub.draw.outcome;

/**
 * 抽中或备选的对象.
 *
 * @param stratum code of the stratum; begins with the item code
 * @param rank 1..n drawn, n+1.. reserve
 * @param ticket 64 hex; "" in mode P
 */
public record Pick(String stratum, int rank, String subjectId, String ticket) {

    /** 抽查事项 of this pick. */
    public String itemCode() {
        int bar = stratum.indexOf('|');
        return bar < 0 ? stratum : stratum.substring(0, bar);
    }
}
