package cn.zrzy.hub.draw;

import cn.zrzy.hub.draw.after.Replay;
import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Words;
import cn.zrzy.hub.draw.freeze.DummyDraws;
import cn.zrzy.hub.draw.freeze.Freezer;
import cn.zrzy.hub.draw.lottery.Quotas;
import cn.zrzy.hub.draw.match.Relaxation;
import cn.zrzy.hub.draw.match.Roster;
import cn.zrzy.hub.draw.mode.ModeRules;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.DrawInput;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.DrawState;
import cn.zrzy.hub.draw.outcome.Rehearsal;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.outcome.TeamSeat;
import cn.zrzy.hub.draw.paper.Provenance;
import cn.zrzy.hub.draw.paper.ResultPaper;
import cn.zrzy.hub.draw.paper.SigningRing;
import cn.zrzy.hub.draw.platform.VisitLaw;
import cn.zrzy.hub.draw.seed.SeedPaper;
import cn.zrzy.hub.draw.seed.SeedRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * 抽取: the whole draw as pure functions of bytes, draw-protocol/1. The same request and seed give the same bytes on any
 * machine; every refusal is a {@link cn.zrzy.hub.kernel.Rejected} with a code E-DRAW-… and its place, and leaves nothing
 * half done.
 */
public final class Draws {

    private Draws() {}

    /**
     * 冻结并承诺 (T0): checks and sorts the pool, fixes the quotas, builds the trees, signs the manifest.
     *
     * @throws cn.zrzy.hub.kernel.Rejected see docs/draw/refusals.md
     */
    public static FrozenDraw freeze(DrawRequest request, SigningRing ring) {
        return Freezer.freeze(request, ring);
    }

    /** 预演 of a draw of mode L or S under so many dummy seeds; 200 before the freeze, 2,000 for the probability sheet. */
    public static Rehearsal rehearse(FrozenDraw frozen, int draws) {
        return new DummyDraws(frozen).run(draws);
    }

    /**
     * 冻结前试抽: of so many dummy draws those in which somebody would be left without a team whatever is relaxed, the
     * binding constraint of each in words.
     */
    public static List<String> shortfalls(FrozenDraw frozen, int draws) {
        return new DummyDraws(frozen).shortfalls(draws);
    }

    /** 留待候补: drawn subjects for whom no team was left, by id; also where result.json does not name them (不预告). */
    public static List<String> deferred(FrozenDraw frozen, DrawOutcome outcome) {
        if (outcome.ladder() == 0 || !frozen.request().mode().provable()) {
            return List.of();
        }
        Set<String> served = outcome.seats().stream().map(TeamSeat::subjectId).collect(Collectors.toSet());
        return new Roster(frozen, outcome.picks(), Relaxation.of(List.of()))
                .teamed().stream().filter(id -> !served.contains(id)).toList();
    }

    /**
     * Reads a frozen draw back from the bytes that were kept: the manifest must be the one that was signed and logged, and
     * every file the one that it binds.
     *
     * @param log the draw's own lines of the log
     * @throws cn.zrzy.hub.kernel.Rejected E-DRAW-KEY-MISSING, E-DRAW-FORGED, E-DRAW-EVIDENCE
     */
    public static FrozenDraw thaw(
            String drawNo, SortedMap<String, byte[]> files, byte[] recusalLines, SigningRing ring, List<String> log) {
        return Freezer.thaw(drawNo, files, recusalLines, ring, log);
    }

    /**
     * Would this make a seed at all? What the draw itself asks first.
     *
     * @throws cn.zrzy.hub.kernel.Rejected E-DRAW-ENTROPY and what else docs/draw/refusals.md lists of seeds
     */
    public static void requireSeed(FrozenDraw frozen, RevealedSeed revealed) {
        new SeedPaper(frozen, revealed);
    }

    /** 抽取 (T3): one result from one seed, or in mode P the check of the platform's result. */
    public static DrawOutcome hold(FrozenDraw frozen, DrawInput input, SigningRing ring) {
        return hold(frozen, input, null, ring);
    }

    /** 作废试算: the result that an abandoned draw would have had, for publication. */
    public static DrawOutcome shadow(FrozenDraw frozen, DrawInput input, Abandonment abandonment, SigningRing ring) {
        return hold(frozen, input, abandonment, ring);
    }

    /**
     * 不得成行的检查 (mode P): what the law forbids about the teams or subjects that the platform chose, by subject id. Such
     * a visit gets no task until a correction has mended it.
     */
    public static SortedMap<String, List<String>> forbiddenVisits(FrozenDraw frozen, DrawState state) {
        return VisitLaw.faults(frozen, state);
    }

    /** 各层可抽对象 by stratum code and id; who is excluded stands in none. */
    public static SortedMap<String, List<PoolSubject>> members(FrozenDraw frozen) {
        return new Quotas(frozen.request().rules()).members(frozen.request().subjects());
    }

    private static DrawOutcome hold(FrozenDraw frozen, DrawInput input, Abandonment abandonment, SigningRing ring) {
        return ModeRules.of(frozen.request().mode()).hold(frozen, input, abandonment, ring);
    }

    /**
     * The state after corrections (更正): a drawn subject that falls out is followed by the next reserve, a late recusal
     * re-seats that subject's team alone (后发回避), or with the fewest changed seats in other teams when nobody is free.
     *
     * @param secret 64 hex: the sealed secret of an unannounced draw; else ""
     * @throws cn.zrzy.hub.kernel.Rejected E-DRAW-CORRECTION-… when an entry names nobody, lacks reason or approver, or
     *     leaves a subject without a team even when others change
     */
    public static DrawState replay(
            FrozenDraw frozen, DrawOutcome outcome, String secret, List<Correction> corrections) {
        DrawHash hash = frozen.request().rules().hash();
        byte[] used = frozen.request().mode().provable()
                ? SeedRules.used(hash, Bytes.unhex(outcome.seed()), Bytes.unhex(secret))
                : SeedRules.platforms(hash, outcome);
        return new Replay(frozen, outcome, used).run(corrections);
    }

    /**
     * The result as it was kept: it must be the one that was signed and logged, and every file the one that it binds.
     *
     * @param files the manifest, the result, their signatures and the files of the result
     * @param log the draw's own lines of the log
     * @throws cn.zrzy.hub.kernel.Rejected E-DRAW-KEY-MISSING, E-DRAW-FORGED, E-DRAW-EVIDENCE
     */
    public static DrawOutcome reread(
            String drawNo, SortedMap<String, byte[]> files, List<String> findings, SigningRing ring, List<String> log) {
        Provenance provenance = new Provenance(drawNo, files, log);
        provenance.result(provenance.manifest(ring));
        SortedMap<String, byte[]> result = new java.util.TreeMap<>(files);
        result.keySet().removeAll(Provenance.SIGNED_MANIFEST);
        return ResultPaper.read(result, findings);
    }

    /** current.objects.csv. */
    public static byte[] objectsFile(DrawState state) {
        return ResultPaper.picks(state.picks());
    }

    /** current.teams.csv. */
    public static byte[] teamsFile(DrawState state) {
        return ResultPaper.seats(state.seats());
    }

    /** Reads {@link #objectsFile} and {@link #teamsFile} back. */
    public static DrawState state(byte[] objectsFile, byte[] teamsFile) {
        return new DrawState(ResultPaper.readPicks(objectsFile), ResultPaper.readSeats(teamsFile));
    }

    /**
     * 可达熵: tenths of a bit that these sources bring when none is missing.
     *
     * @param taken names that no source may have
     * @throws cn.zrzy.hub.kernel.Rejected E-DRAW-WORD, E-DRAW-RULE-TWICE, E-DRAW-SOURCE
     */
    public static int reach(List<SeedRecipe.Source> sources, List<String> taken) {
        return SeedRules.possible(sources, new HashSet<>(taken));
    }

    /** What keeps this text out of the evidence: length, characters, form; "" when nothing does. */
    public static String textFault(String text) {
        return Words.textFault(text);
    }
}
