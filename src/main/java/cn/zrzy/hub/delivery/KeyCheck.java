package cn.zrzy.hub.delivery;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How the comparison with one partner stands (对键情况).
 *
 * @param mustAnswer after a gap or a declared restore nothing is sent to it before its answer was compared
 * @param holding nothing is sent to it at this moment
 * @param answeredAt null while it has not answered in full
 * @param waivedBy who decided to go on without its answer; empty when nobody did
 * @param cause why the last question failed; empty when none did
 * @param unknown keys of this partner that nobody has acknowledged yet
 */
public record KeyCheck(
        String partner,
        OffsetDateTime since,
        @Nullable OffsetDateTime askedSince,
        boolean mustAnswer,
        boolean holding,
        @Nullable OffsetDateTime answeredAt,
        String waivedBy,
        String waiveReason,
        String cause,
        long unknown) {}
