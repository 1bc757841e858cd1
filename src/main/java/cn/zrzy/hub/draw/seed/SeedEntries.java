package cn.zrzy.hub.draw.seed;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.canon.Stamps;
import cn.zrzy.hub.draw.canon.Words;
import cn.zrzy.hub.draw.model.Disclosure;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import java.time.OffsetDateTime;

/** 揭示、公开事件与公开密封值: what is accepted towards a seed, one entry at a time, before the seed is made of all. */
public final class SeedEntries {

    private SeedEntries() {}

    /** @throws cn.zrzy.hub.kernel.Rejected E-DRAW-REVEAL (no party, other value, shape), E-DRAW-LATE */
    public static void checkReveal(FrozenDraw frozen, RevealedSeed.Reveal reveal) {
        SeedRecipe recipe = frozen.request().recipe();
        SeedRecipe.Party party = recipe.parties().stream()
                .filter(p -> p.name().equals(reveal.party()))
                .findFirst()
                .orElseThrow(() -> Refusal.field("E-DRAW-REVEAL", "不是承诺方", reveal.party()));
        if (Stamps.before(recipe.revealDeadline(), reveal.at())) {
            throw Refusal.field("E-DRAW-LATE", "已过揭示截止，按未揭示处理并公布", reveal.party());
        }
        check(frozen.request(), party, reveal);
    }

    /** Does this value open the party's commitment to this draw? Parties of one campaign show one value for all draws. */
    public static boolean opens(FrozenDraw frozen, RevealedSeed.Reveal reveal) {
        return Bytes.isHex(reveal.value(), 64)
                && frozen.request().recipe().parties().stream()
                        .anyMatch(party -> party.name().equals(reveal.party())
                                && Commitment.of(
                                                frozen.request().rules().hash(),
                                                frozen.drawNo(),
                                                party.name(),
                                                Bytes.unhex(reveal.value()))
                                        .equals(party.commitment()));
    }

    /** @throws cn.zrzy.hub.kernel.Rejected E-DRAW-SOURCE (no source of this draw, value's shape), E-DRAW-ORDER */
    public static void checkObservation(FrozenDraw frozen, RevealedSeed.Observation observation) {
        SeedRecipe.Source source = frozen.request().recipe().sources().stream()
                .filter(s -> s.name().equals(observation.source()))
                .findFirst()
                .orElseThrow(() -> Refusal.field("E-DRAW-SOURCE", "不在种子配方中的来源", observation.source()));
        check(source, observation);
    }

    /** @throws cn.zrzy.hub.kernel.Rejected E-DRAW-SECRET (not the committed one), E-DRAW-ORDER (before its date) */
    public static void checkOpening(FrozenDraw frozen, String secret, OffsetDateTime at) {
        Disclosure disclosure = frozen.request().disclosure();
        if (disclosure.announced()
                || !Bytes.isHex(secret, 64)
                || !Commitment.sealed(frozen.request().rules().hash(), Bytes.unhex(secret))
                        .equals(disclosure.secretHash())) {
            throw Refusal.of("E-DRAW-SECRET", "密封值缺失或与清单中的摘要不符");
        }
        if (Stamps.before(at, disclosure.openAt())) {
            throw Refusal.field("E-DRAW-ORDER", "未到公开日期，不能公开密封值", "openAt");
        }
    }

    /** Two people stand for what was typed in, or none had a part in it. */
    private static void checkHands(RevealedSeed.Hands hands, String name) {
        boolean two = !hands.typist().isBlank()
                && !hands.witness().isBlank()
                && !hands.typist().equals(hands.witness())
                && (Words.textFault(hands.typist()) + Words.textFault(hands.witness())).isEmpty();
        if (!two && !hands.equals(RevealedSeed.Hands.NONE)) {
            throw Refusal.field("E-DRAW-WITNESS", "须写明录入人和见证人，且不是同一人", name);
        }
    }

    static void check(SeedRecipe.Source source, RevealedSeed.Observation o) {
        checkHands(o.hands(), source.name());
        String fault = SeedRules.fault(source, o.value());
        if (fault.isEmpty()) {
            fault = Words.textFault(o.origin());
        }
        if (fault.isEmpty() && !o.evidence().isEmpty() && !Bytes.isHex(o.evidence(), 64)) {
            fault = "凭证摘要应为64位十六进制";
        }
        if (!fault.isEmpty()) {
            throw Refusal.field("E-DRAW-SOURCE", fault, source.name());
        }
        if (Stamps.before(o.at(), source.eventTime())) {
            throw Refusal.field("E-DRAW-ORDER", "记录时间早于公开事件", source.name());
        }
    }

    static void check(DrawRequest request, SeedRecipe.Party party, RevealedSeed.Reveal r) {
        checkHands(r.hands(), party.name());
        boolean fits = Bytes.isHex(r.value(), 64)
                && Commitment.of(request.rules().hash(), request.drawNo(), party.name(), Bytes.unhex(r.value()))
                        .equals(party.commitment());
        if (!fits) {
            throw Refusal.field("E-DRAW-REVEAL", "揭示值与承诺不符", party.name());
        }
        if (Stamps.before(r.at(), request.frozenAt())) {
            throw Refusal.field("E-DRAW-ORDER", "揭示时间早于名单冻结", party.name());
        }
        if (!r.evidence().isEmpty() && !Bytes.isHex(r.evidence(), 64)) {
            throw Refusal.field("E-DRAW-REVEAL", "凭证摘要应为64位十六进制", party.name());
        }
    }
}
