package cn.zrzy.hub.act;

import java.time.OffsetDateTime;

/**
 * A pressed button (按下), looked at and found complete.
 *
 * @param who as the books keep it
 * @param until when it ends by itself; null for an act that stops nothing
 * @param number empty for an act that wants none
 */
public record Press(String who, String reason, OffsetDateTime until, String number) {}
