package cn.zrzy.hub.act;

import cn.zrzy.hub.delivery.window.Term;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A pressed button (按下), looked at and found complete.
 *
 * @param who as the books keep it
 * @param until when it ends by itself; null for an act that stops nothing
 * @param number empty for an act that wants none
 * @param term when a partner is away; null for an act that wants none
 */
public record Press(
        String who,
        String reason,
        @Nullable OffsetDateTime until,
        String number,
        @Nullable Term term) {}
