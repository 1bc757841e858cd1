package cn.zrzy.hub.kernel;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 最近一次看到的值班台: what was open when the books could last be read, for when they cannot. It names no person and no firm,
 * and asking never waits for a database.
 */
public interface LastBoard {

    /** Empty when the desk was never seen. */
    Optional<Seen> seen();

    /** @param open what cannot wait comes first */
    record Seen(OffsetDateTime at, List<Line> open) {}

    /** @param since moment it began; null when unknown */
    record Line(String sentence, @Nullable OffsetDateTime since, boolean canWait) {}
}
