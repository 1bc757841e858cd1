package cn.zrzy.hub.delivery.dispatch;

import cn.zrzy.hub.delivery.terms.Failure;

/**
 * A step that came to nothing (受挫), told for the ledger.
 *
 * @param outcome of the try that ran
 * @param code stable, for the runbook and for grouping
 * @param cause Chinese sentence, masked
 */
record Setback(DispatchEvent event, String outcome, String code, String cause) {

    static Setback refused(Exception why) {
        return of(DispatchEvent.REFUSED, "REJECTED", why);
    }

    static Setback lost(Exception why) {
        return of(DispatchEvent.LOST, "LOST", why);
    }

    static Setback later(Exception why) {
        return of(DispatchEvent.LATER, "LATER", why);
    }

    /** A fault of our own that comes every time is nothing that waiting mends. */
    static Setback fault(Exception why) {
        return of(DispatchEvent.FAULT, "LATER", why);
    }

    static Setback expired(Exception why) {
        return of(DispatchEvent.EXPIRE, "EXPIRED", why);
    }

    static Setback poisoned(int times) {
        return new Setback(
                DispatchEvent.POISON, "EXPIRED", "E-POISON", "连续 " + times + " 次开始后没有结果，已停止自动处理；请查看日志后再决定是否重试");
    }

    /** Sent, and no receipt within the term (逾期未回执): from here on a human has to press for it. */
    static Setback overdue() {
        return new Setback(DispatchEvent.OVERDUE, "EXPIRED", "E-RECEIPT-LATE", "已发出，逾期未收到回执；请电话催办");
    }

    private static Setback of(DispatchEvent event, String outcome, Exception why) {
        return new Setback(event, outcome, Failure.code(why), Failure.sentence(why));
    }
}
