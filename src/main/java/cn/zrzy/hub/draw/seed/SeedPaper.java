package cn.zrzy.hub.draw.seed;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Jcs;
import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.canon.Stamps;
import cn.zrzy.hub.draw.model.Disclosure;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 种子: from what was revealed to the seed and seed.json. What is missing is named, and changes nothing else. */
public final class SeedPaper {

    private final DrawRequest request;
    private final List<String> missing = new ArrayList<>();
    private final List<List<Object>> entered = new ArrayList<>();
    private final byte[] seed;
    private final byte[] used;
    private final byte[] file;

    public SeedPaper(FrozenDraw frozen, RevealedSeed input) {
        request = frozen.request();
        DrawHash hash = request.rules().hash();
        List<String> parts = new ArrayList<>();
        List<List<Object>> sources = new ArrayList<>();
        int decibits = sources(input, parts, sources);
        if (decibits < request.recipe().demandDecibits()) {
            throw Refusal.of(
                    "E-DRAW-ENTROPY",
                    "已到齐的公开事件只有" + decibits / 10.0 + "比特，需要" + request.recipe().demandDecibits() / 10.0 + "比特");
        }
        List<List<Object>> reveals = new ArrayList<>();
        parts.add("commit-reveal:" + String.join("|", reveals(input, reveals)));
        String id = request.campaign().isEmpty() ? request.drawNo() : request.campaign();
        seed = SeedRules.seed(hash, id, parts);
        used = SeedRules.used(hash, seed, secret(input.secret(), hash));
        Map<String, Object> paper = new HashMap<>();
        paper.put("decibits", decibits);
        paper.put("drawNo", request.drawNo());
        if (!entered.isEmpty()) {
            paper.put("entered", entered);
        }
        paper.put("missing", missing);
        paper.put("reveals", reveals);
        paper.put("seed", Bytes.hex(seed));
        paper.put("sources", sources);
        file = Jcs.document(paper);
    }

    private int sources(RevealedSeed input, List<String> parts, List<List<Object>> rows) {
        Map<String, RevealedSeed.Observation> seen = new HashMap<>();
        input.observations().forEach(o -> {
            if (seen.put(o.source(), o) != null) {
                throw Refusal.field("E-DRAW-RULE-TWICE", "同一来源填报了两次", o.source());
            }
        });
        int decibits = 0;
        for (SeedRecipe.Source source : request.recipe().sources()) {
            if (Stamps.before(input.at(), source.eventTime())) {
                throw Refusal.field("E-DRAW-ORDER", "公开事件尚未发生，不能抽取", source.name());
            }
            RevealedSeed.Observation o = seen.remove(source.name());
            if (o == null || o.value().isEmpty()) {
                missing.add(source.name());
                parts.add(source.name() + ":");
                rows.add(List.of(source.name(), "", "", "", ""));
                continue;
            }
            SeedEntries.check(source, o);
            if (Stamps.before(input.at(), o.at())) {
                throw Refusal.field("E-DRAW-ORDER", "公开事件的记录时间晚于抽取", source.name());
            }
            decibits += SeedRules.decibits(source);
            parts.add(source.name() + ":" + o.value());
            rows.add(List.of(source.name(), o.value(), Stamps.text(o.at()), o.evidence(), o.origin()));
            enter(source.name(), o.hands());
        }
        if (!seen.isEmpty()) {
            throw Refusal.field(
                    "E-DRAW-SOURCE", "不在种子配方中的来源", seen.keySet().iterator().next());
        }
        return decibits;
    }

    private void enter(String name, RevealedSeed.Hands hands) {
        if (!hands.equals(RevealedSeed.Hands.NONE)) {
            entered.add(List.of(name, hands.typist(), hands.witness()));
        }
    }

    private List<String> reveals(RevealedSeed input, List<List<Object>> rows) {
        Map<String, RevealedSeed.Reveal> seen = new HashMap<>();
        input.reveals().forEach(r -> {
            if (seen.put(r.party(), r) != null) {
                throw Refusal.field("E-DRAW-RULE-TWICE", "同一方揭示了两次", r.party());
            }
        });
        List<String> values = new ArrayList<>();
        for (SeedRecipe.Party party : request.recipe().parties()) {
            RevealedSeed.Reveal r = seen.remove(party.name());
            if (r == null
                    || r.value().isEmpty()
                    || Stamps.before(request.recipe().revealDeadline(), r.at())) {
                missing.add(party.name());
                values.add("");
                rows.add(List.of(party.name(), "", "", ""));
                continue;
            }
            SeedEntries.check(request, party, r);
            values.add(r.value());
            rows.add(List.of(party.name(), r.value(), Stamps.text(r.at()), r.evidence()));
            enter(party.name(), r.hands());
        }
        if (!seen.isEmpty()) {
            throw Refusal.field(
                    "E-DRAW-REVEAL", "不是承诺方", seen.keySet().iterator().next());
        }
        return values;
    }

    private byte[] secret(String secret, DrawHash hash) {
        Disclosure disclosure = request.disclosure();
        if (disclosure.announced()) {
            if (!secret.isEmpty()) {
                throw Refusal.of("E-DRAW-SECRET", "预告的抽取没有密封值");
            }
            return new byte[0];
        }
        if (!Bytes.isHex(secret, 64)
                || !Commitment.sealed(hash, Bytes.unhex(secret)).equals(disclosure.secretHash())) {
            throw Refusal.of("E-DRAW-SECRET", "密封值缺失或与清单中的摘要不符");
        }
        return Bytes.unhex(secret);
    }

    public List<String> missing() {
        return List.copyOf(missing);
    }

    public byte[] seed() {
        return seed;
    }

    public byte[] used() {
        return used;
    }

    public byte[] file() {
        return file;
    }
}
