package cn.zrzy.hub.registry.batch;

/**
 * How far staging has come (暂存).
 *
 * @param shelf null while not one row was staged
 * @param closed the source's own counts have come and are right
 * @param base the run on which the live list rested when this one was compared; empty when there was none
 */
public record Staged(Shelf shelf, boolean closed, String base) {

    static final Staged NOTHING = new Staged(null, false, "");

    Staged on(Shelf wanted) {
        return shelf == null ? new Staged(wanted, closed, base) : this;
    }

    Staged closed(boolean whole) {
        return new Staged(shelf, whole, base);
    }

    Staged against(String live) {
        return new Staged(shelf, closed, live);
    }
}
