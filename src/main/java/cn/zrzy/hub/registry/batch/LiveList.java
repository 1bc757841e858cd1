package cn.zrzy.hub.registry.batch;

import cn.zrzy.hub.kernel.Breach;
import java.time.Instant;
import java.util.List;

/** The live list of a feed as rows (生效名录): set-based comparison with what is staged, and its application. */
public interface LiveList {

    /** @return rows that became part of another one (一家多证); joining again joins none */
    long join(Batch batch);

    long stagedRows(Batch batch);

    Comparison compare(Batch batch);

    /** Nobody is retired on one absence (缺席). @return who stays for a night, in subjects */
    long keepFirstAbsent(Batch batch);

    void write(Batch batch, Instant now);

    /** Rows that are live now. */
    long rows(Batch batch);

    /** Where the batch's own counts and what it wrote into the list do not agree (I1). */
    List<Breach> breaches(String runId);
}
