package cn.zrzy.hub.delivery.ledger;

import cn.zrzy.hub.delivery.terms.DeliveryTerms;
import cn.zrzy.hub.kernel.Fact;
import cn.zrzy.hub.kernel.RandomCode;

/** A debt as it is entered (应报送登记). */
public record Owed(
        String route,
        String partner,
        int stage,
        boolean askable,
        String event,
        String factKey,
        String subject,
        String orderKey,
        String sentence,
        String idempotencyKey,
        String traceId,
        String owner) {

    /** 49 bits: among a million keys of the lost days and a million of the new ones, no two of one fact are the same. */
    private static final int KEY_SIGNS = 10;

    public static Owed of(Fact fact, String route, DeliveryTerms.Route terms, String traceId) {
        String key = fact.key();
        int at = key.lastIndexOf('@');
        return new Owed(
                route,
                terms.partner(),
                terms.stage(),
                terms.doubt() == DeliveryTerms.Doubt.ASK,
                fact.event(),
                key,
                at < 0 ? key : key.substring(0, at),
                fact.orderKey(),
                fact.sentence(),
                route + ":" + key + ":" + RandomCode.draw(KEY_SIGNS),
                traceId,
                terms.owner());
    }
}
