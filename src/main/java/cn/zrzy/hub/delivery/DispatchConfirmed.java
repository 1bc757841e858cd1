package cn.zrzy.hub.delivery;

import cn.zrzy.hub.kernel.Fact;

/** 送达已确认: an addressee has signed for something; published in the transaction that stored its receipt. */
public record DispatchConfirmed(
        String dispatch, String route, String key, String orderKey, String receiptNo, String traceId) implements Fact {

    @Override
    public String event() {
        return "delivery.confirmed";
    }

    @Override
    public String sentence() {
        return route + " 已确认 " + key + "，回执号 " + receiptNo;
    }
}
