package cn.zrzy.hub.delivery.dispatch;

import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.Rejected;
import java.time.OffsetDateTime;

/**
 * What a person does with a dispatch (人工操作), with name and reason. What the table has no line for is refused with
 * E-DISPATCH-STATE: it is on its way, done, or was changed by somebody else since the page was read.
 */
public final class ByHand {

    private final Dispatch dispatch;
    private final String who;
    private final String reason;

    ByHand(Dispatch dispatch, String who, String reason) {
        this.dispatch = dispatch;
        this.who = who;
        this.reason = reason;
    }

    /** @throws Rejected E-ACT without a name or a reason: each act is kept with both */
    public static void requireNamed(DispatchEvent act, String who, String reason) {
        if (who == null || who.isBlank() || reason == null || reason.isBlank()) {
            throw new Rejected("E-ACT", act.label() + "须写明操作人和理由");
        }
    }

    /** @throws Rejected E-ACT without the number that the partner gave by another way */
    public static void requireNumber(String receiptNo) {
        if (receiptNo == null || receiptNo.isBlank()) {
            throw new Rejected("E-ACT", "人工办结须填写对方给的文号");
        }
    }

    /** Owed again (立即报送), same key, same bytes; one that is in doubt is asked about instead, never resent blindly. */
    public void dueNow(Versions versions) {
        Transition line = line(DispatchEvent.DUE_NOW);
        if (line.to() == Standing.OWED) {
            versions.newer(dispatch.what()).ifPresent(newer -> {
                throw new Rejected("E-DISPATCH-NEWER", "这是旧版，新版 " + newer + " 已报送或正在报送，旧版不得再报；本件请人工办结，内容仍有错的录入新版本");
            });
        }
        act(line);
        dispatch.course().move(line, Dispatch.AT_ONCE);
    }

    /** Ask the partner now (向对方查询). */
    public void askNow() {
        Transition line = line(DispatchEvent.ASK_NOW);
        act(line);
        dispatch.course().move(line, Dispatch.AT_ONCE);
    }

    /** Stop trying (停止自动报送): it is the task of whoever stopped it. */
    public void stop() {
        Transition line = line(DispatchEvent.STOP);
        act(line);
        dispatch.fail(
                line,
                new Setback(line.event(), "REJECTED", "E-BY-HAND", Masking.text(who + "：" + reason)),
                Dispatch.AT_ONCE);
        dispatch.course().ownedBy(who);
    }

    /** Closed (人工办结) with a number that the partner gave by another way, paper or telephone. */
    public void close(String receiptNo, Versions versions, OffsetDateTime at) {
        requireNumber(receiptNo);
        Transition line = line(DispatchEvent.CLOSE);
        versions.older(dispatch.what()).ifPresent(older -> {
            throw new Rejected("E-DISPATCH-OLDER", "旧版 " + older + " 还会自动报送，先办结或停止旧版，再办结本件");
        });
        act(line);
        Consignment what = dispatch.what();
        dispatch.done(
                line,
                new Receipt(
                        what.idempotencyKey(),
                        receiptNo.strip(),
                        what.bodyDigest(),
                        at,
                        "人工办结",
                        who + "：" + reason,
                        ""));
    }

    private Transition line(DispatchEvent event) {
        requireNamed(event, who, reason);
        return dispatch.may(event)
                .orElseThrow(() -> new Rejected("E-DISPATCH-STATE", "这条消息正在报送或已办结，状态已变化，没有做任何改动。请刷新后再看。"));
    }

    private void act(Transition line) {
        dispatch.course().add(Records.of(new Records.Act(line.event().label(), who.strip(), reason.strip())));
    }
}
