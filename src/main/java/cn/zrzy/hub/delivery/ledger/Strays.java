package cn.zrzy.hub.delivery.ledger;

/** What came in and belongs to nothing (无主来件). */
public interface Strays {

    /**
     * @param id the same thing again makes no second row; after it was filed it is open again
     * @param place where the original is; empty when {@code raw} is all of it
     */
    void keep(String source, String id, String place, String raw, Throwable why);
}
