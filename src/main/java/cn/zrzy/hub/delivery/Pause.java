package cn.zrzy.hub.delivery;

import java.time.OffsetDateTime;

/**
 * Nothing leaves to this partner for now (暂停报送), because a person said so.
 *
 * @param until moment at which sending begins again by itself
 * @param by who paused it
 */
public record Pause(String partner, OffsetDateTime since, OffsetDateTime until, String by, String reason) {}
