package cn.zrzy.hub.draw;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.model.Disclosure;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.LadderStep;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.DrawState;
import cn.zrzy.hub.draw.paper.Bundle;
import cn.zrzy.hub.draw.paper.LogLine;
import cn.zrzy.hub.draw.seed.Commitment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws with far too few inspectors: whom nobody can serve is left out, and the one result stands all the same. */
final class ShortDraws {

    static final byte[] SECRET = SampleDraw.party(9);

    private ShortDraws() {}

    static DrawRules endless(DrawRules r) {
        List<LadderStep> steps = new ArrayList<>(r.ladder().subList(0, 2));
        steps.add(LadderStep.deferAll());
        return new DrawRules(
                r.hash(),
                r.stratifyBy(),
                r.items(),
                r.ratioSchemes(),
                r.atLeastOne(),
                r.reserveBasisPoints(),
                r.firmCap(),
                r.exclusions(),
                r.teams(),
                steps,
                r.inspectionFrom(),
                r.inspectionTo());
    }

    /** @param cap places of each inspector before the ladder; 0: nobody can serve at all */
    static FrozenDraw frozen(int cap, boolean announced) {
        return Draws.freeze(
                SampleDraw.with(SampleDraw.request(120, 6, cap), p -> {
                    p.rules = endless(p.rules);
                    p.disclosure = announced
                            ? Disclosure.open()
                            : new Disclosure(
                                    false, SampleDraw.HELD.plusDays(30), Commitment.sealed(DrawHash.SM3, SECRET));
                    return p;
                }),
                SampleDraw.SIGNERS);
    }

    static DrawOutcome held(FrozenDraw frozen) {
        String secret = frozen.request().disclosure().announced() ? "" : Bytes.hex(SECRET);
        return Draws.hold(frozen, SampleDraw.revealed(secret), SampleDraw.SIGNERS);
    }

    /** An unannounced one after its opening. */
    static byte[] opened() {
        FrozenDraw frozen = frozen(1, false);
        DrawOutcome outcome = held(frozen);
        List<String> log = SampleDraw.log(frozen, outcome);
        byte[] opening =
                LogLine.secret(frozen.drawNo(), SampleDraw.HELD.plusDays(30).plusHours(1), Bytes.hex(SECRET));
        SampleDraw.append(log, SampleDraw.HELD.plusDays(30).plusHours(1), "opened", frozen, opening);
        return new Bundle(frozen, Map.of())
                .result(outcome, new DrawState(outcome.picks(), outcome.seats()), opening)
                .seal(log, List.of(), List.of(), SampleDraw.SIGNERS);
    }

    /** One that was voided before its seed: the trial result. */
    static byte[] shadow() {
        FrozenDraw frozen = frozen(0, true);
        Abandonment why = new Abandonment("人员不足", "局长办公会");
        DrawOutcome outcome = Draws.shadow(frozen, SampleDraw.revealed(), why, SampleDraw.SIGNERS);
        String redraw = LogLine.redraw(
                frozen.drawNo(),
                SampleDraw.T0.plusHours(1),
                why,
                "",
                frozen.request().scheme());
        List<String> log = new ArrayList<>();
        SampleDraw.append(log, SampleDraw.T0, "frozen", frozen, frozen.manifest());
        SampleDraw.append(log, SampleDraw.T0.plusHours(1), "void", frozen, Bytes.utf8(redraw));
        SampleDraw.append(log, outcome.at(), "seed", frozen, outcome.files().get("seed.json"));
        SampleDraw.append(log, outcome.at(), "result", frozen, outcome.files().get("result.json"));
        return new Bundle(frozen, Map.of())
                .result(outcome, new DrawState(outcome.picks(), outcome.seats()), null)
                .seal(log, List.of(redraw), List.of(), SampleDraw.SIGNERS);
    }
}
