package cn.zrzy.hub.ceremony.seed;

/**
 * What became of a paper towards the seed (录入结果).
 *
 * @param name whose paper it was; empty for the keepers' sealed value, which is nobody's
 * @param accepted false when an earlier one stands
 * @param complete the keepers' shares have opened the sealed value
 * @param mismatch there are shares enough and they do not open it: one of them is wrong
 */
public record Entered(String drawNo, String name, boolean accepted, boolean complete, boolean mismatch) {

    static Entered of(String drawNo, String name, boolean accepted) {
        return new Entered(drawNo, name, accepted, false, false);
    }
}
