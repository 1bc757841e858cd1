package cn.zrzy.hub.kernel;

import java.time.OffsetDateTime;

/**
 * One row of the duty desk as somebody far from the desk may be told it (告警事由): the sentence holds no name of a person or
 * firm and no words of a partner, only kinds, counts, codes and numbers; whoever may see more follows the link.
 *
 * @param key the same as long as it is the same cause, whatever its count
 * @param kind stable name of the kind, {@code concern-strays}
 * @param since moment it began; null when unknown
 * @param href page of the console where it is dealt with
 * @param canWait true when nothing is lost before 08:00
 */
public record Cause(String key, String kind, String sentence, OffsetDateTime since, String href, boolean canWait) {}
