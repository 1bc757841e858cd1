package cn.zrzy.hub.act.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 批量处置单 as every door takes it: an act on ticked messages, or on all that have partner and cause in common.
 *
 * @param ticked dispatch numbers; empty to choose by partner and cause
 * @param number the partner's number; only for closing by hand
 * @param perSecond at most so many a second once the first eleven went well; 0 for the usual ten
 * @param stopShare stops by itself when more than so many per cent fail; 0 for the usual twenty
 */
public record JobOrder(
        String act,
        @Nullable List<String> ticked,
        @Nullable String partner,
        @Nullable String cause,
        String reason,
        @Nullable String number,
        int perSecond,
        int stopShare) {

    private static final int USUAL_RATE = 10;
    private static final int USUAL_SHARE = 20;

    public JobOrder {
        act = act == null ? "" : act;
        ticked = ticked == null ? List.of() : ticked.stream().distinct().toList();
        partner = partner == null ? "" : partner.strip();
        cause = cause == null ? "" : cause.strip();
        reason = reason == null ? "" : reason.strip();
        number = number == null ? "" : number.strip();
        perSecond = perSecond == 0 ? USUAL_RATE : perSecond;
        stopShare = stopShare == 0 ? USUAL_SHARE : stopShare;
    }
}
