package cn.zrzy.hub.delivery.dispatch;

import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.dispatch.Transition.Mark;

/**
 * How it is with it (现状).
 *
 * @param unsure from the first lost answer until a receipt or a clear "we have nothing"
 * @param waitsFor number of an older one that holds it back; null at the head of its line
 * @param causeCode of the last failure; empty when none
 * @param owner whose task it is when it is parked
 */
public record Situation(
        DispatchState state, boolean unsure, Long waitsFor, String causeCode, String cause, String owner) {

    Situation after(Transition line) {
        boolean taken = line.marks().contains(Mark.TAKEN);
        boolean doubt =
                !line.marks().contains(Mark.SURE) && (unsure || line.marks().contains(Mark.UNSURE));
        return new Situation(
                line.to().state(), doubt, taken ? null : waitsFor, taken ? "" : causeCode, taken ? "" : cause, owner);
    }

    Situation because(String code, String sentence) {
        return new Situation(state, unsure, waitsFor, code, sentence, owner);
    }

    Situation ownedBy(String who) {
        return new Situation(state, unsure, waitsFor, causeCode, cause, who);
    }
}
