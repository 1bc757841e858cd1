package cn.zrzy.hub.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.model.Disclosure;
import cn.zrzy.hub.draw.model.DrawItem;
import cn.zrzy.hub.draw.model.DrawMode;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.PoolInspector;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.RatioScheme;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.model.TeamPlan;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.DrawState;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.draw.outcome.PlatformResult;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.outcome.TeamSeat;
import cn.zrzy.hub.draw.paper.Bundle;
import cn.zrzy.hub.draw.paper.LogLine;
import cn.zrzy.hub.draw.seed.Commitment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class BundleTests {

    /** Found among 2^21 numbers: with the subject drawn in {@link #tied} both pair tickets begin with the same 40 bits. */
    private static final List<String> TIED = List.of("豫K-1262117", "豫K-2015326");

    private static final Path SAMPLES = Path.of("src/test/resources/samples/draw");

    @Test
    void sameDrawSameBytesAndAnyZipReaderOpensThem() throws IOException {
        FrozenDraw frozen = SampleDraw.frozen();
        DrawOutcome outcome = Draws.hold(frozen, SampleDraw.revealed(), SampleDraw.SIGNERS);
        byte[] bundle = SampleDraw.bundle(frozen, outcome);
        DrawOutcome again = Draws.hold(SampleDraw.frozen(), SampleDraw.revealed(), SampleDraw.SIGNERS);
        assertThat(SampleDraw.bundle(SampleDraw.frozen(), again)).isEqualTo(bundle);
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                files.put(e.getName(), zip.readAllBytes());
            }
        }
        assertThat(files).containsKeys("manifest.json", "seal.json.sm2", "prices.bin", "current.teams.csv");
        assertThat(outcome.missing()).containsExactly("市场监管局");
    }

    @Test
    void thawingGivesTheSameDrawAndNoticesEveryChangedFile() {
        FrozenDraw frozen = SampleDraw.frozen();
        FrozenDraw again = SampleDraw.thaw(frozen);
        assertThat(again.request()).isEqualTo(frozen.request());
        assertThat(Draws.hold(again, SampleDraw.revealed(), SampleDraw.SIGNERS)
                        .files()
                        .get("result.json"))
                .isEqualTo(Draws.hold(frozen, SampleDraw.revealed(), SampleDraw.SIGNERS)
                        .files()
                        .get("result.json"));
    }

    /** Samples for the verifiers; {@code -Ddraw.samples=write} renews them. */
    @Test
    void samplesAreCurrent() throws IOException {
        for (Map.Entry<String, byte[]> sample : samples().entrySet()) {
            Path file = SAMPLES.resolve(sample.getKey());
            if ("write".equals(System.getProperty("draw.samples"))) {
                Files.write(file, sample.getValue());
            }
            assertThat(Arrays.equals(Files.readAllBytes(file), sample.getValue()))
                    .as(sample.getKey())
                    .isTrue();
        }
    }

    static Map<String, byte[]> samples() {
        Map<String, byte[]> samples = new TreeMap<>();
        FrozenDraw frozen = SampleDraw.frozen();
        samples.put(
                "frozen.zip",
                new Bundle(frozen, Map.of())
                        .seal(SampleDraw.log(frozen, null), List.of(), List.of(), SampleDraw.SIGNERS));
        DrawOutcome outcome = Draws.hold(frozen, SampleDraw.revealed(), SampleDraw.SIGNERS);
        samples.put("drawn.zip", SampleDraw.bundle(frozen, outcome));
        samples.put("corrected.zip", corrected(frozen, outcome));
        samples.put(
                "witnessed.zip",
                SampleDraw.bundle(frozen, Draws.hold(frozen, witnessed(SampleDraw.revealed()), SampleDraw.SIGNERS)));
        FrozenDraw sha = Draws.freeze(
                SampleDraw.with(SampleDraw.request(60, 16, 8), p -> {
                    p.rules = shaRules();
                    p.recipe = new SeedRecipe(shaParties(), p.recipe.revealDeadline(), p.recipe.sources(), 640);
                    return p;
                }),
                SampleDraw.SIGNERS);
        samples.put("sha256.zip", SampleDraw.bundle(sha, Draws.hold(sha, SampleDraw.revealed(), SampleDraw.SIGNERS)));
        unannounced(samples);
        FrozenDraw theirs = platforms();
        DrawOutcome fair = drawnByPlatform(theirs, local -> true);
        assertThat(fair.findings()).isEmpty();
        samples.put("platform.zip", SampleDraw.bundle(theirs, fair));
        samples.put("replaced.zip", corrected(theirs, fair, List.of(leaderRecused(1, fair))));
        TeamSeat missing = fair.seats().get(0);
        DrawOutcome alone = drawnByPlatform(theirs, seat -> !missing.equals(seat));
        samples.put(
                "reseated.zip",
                corrected(theirs, alone, List.of(reseating(1, missing.subjectId()), leaderRecused(2, alone))));
        samples.put("shadow.zip", shadow(frozen));
        FrozenDraw tight = Draws.freeze(SampleDraw.request(120, 24, 4), SampleDraw.SIGNERS);
        samples.put(
                "ladder.zip", SampleDraw.bundle(tight, Draws.hold(tight, SampleDraw.revealed(), SampleDraw.SIGNERS)));
        samples.put("moved.zip", moved());
        samples.put("tie.zip", tied());
        samples.put("short.zip", ShortDraws.opened());
        samples.put("shortshadow.zip", ShortDraws.shadow());
        return samples;
    }

    private static RevealedSeed witnessed(RevealedSeed seed) {
        RevealedSeed.Hands hands = new RevealedSeed.Hands("周敏", "何建国");
        return new RevealedSeed(
                seed.reveals().stream()
                        .map(r -> new RevealedSeed.Reveal(r.party(), r.value(), r.at(), r.evidence(), hands))
                        .toList(),
                seed.observations().stream()
                        .map(o -> new RevealedSeed.Observation(
                                o.source(), o.value(), o.at(), o.evidence(), o.origin(), hands))
                        .toList(),
                seed.secret(),
                seed.at());
    }

    /** Caps so tight that a late recusal, and a reserve that moves up, each need somebody out of another team. */
    private static byte[] moved() {
        FrozenDraw frozen = Draws.freeze(SampleDraw.request(120, 15, 6), SampleDraw.SIGNERS);
        DrawOutcome outcome = Draws.hold(frozen, SampleDraw.revealed(), SampleDraw.SIGNERS);
        List<Correction> corrections = new ArrayList<>();
        DrawState before = DrawState.of(outcome);
        corrections.add(firstThatMoves(
                frozen,
                outcome,
                corrections,
                before,
                before.seats().stream()
                        .map(s -> recusal(1, s.subjectId(), s.inspectorId()))
                        .toList()));
        before = Draws.replay(frozen, outcome, "", corrections);
        corrections.add(firstThatMoves(
                frozen,
                outcome,
                corrections,
                before,
                before.picks().stream().map(p -> exclusion(2, p.subjectId())).toList()));
        return corrected(frozen, outcome, corrections);
    }

    private static Correction firstThatMoves(
            FrozenDraw frozen,
            DrawOutcome outcome,
            List<Correction> sofar,
            DrawState before,
            List<Correction> candidates) {
        for (Correction c : candidates) {
            try {
                List<TeamSeat> after =
                        SampleDraw.replay(frozen, outcome, "", sofar, c).seats();
                boolean others = before.seats().stream()
                        .anyMatch(s -> !s.subjectId().equals(c.subjectId()) && !after.contains(s));
                if (others) {
                    return c;
                }
            } catch (cn.zrzy.hub.kernel.Rejected impossible) {
                assertThat(impossible.code()).isEqualTo("E-DRAW-CORRECTION-TEAM");
            }
        }
        throw new IllegalStateException("nobody moves");
    }

    /** One subject and two people whose pair tickets agree in their first 40 bits: u_2 decides. */
    private static byte[] tied() {
        DrawRequest one = SampleDraw.with(SampleDraw.request(6, 1, 1), p -> {
            p.rules = tieRules();
            p.recusals = List.of();
            p.subjects.replaceAll(s ->
                    new PoolSubject(s.id(), s.type(), "411002", List.of(), "A", List.of("NRP-10"), "", 0, s.salt()));
            return p;
        });
        List<PoolInspector> people = new ArrayList<>();
        people.add(SampleDraw.inspectors(1, 2).get(0));
        for (String id : TIED) {
            PoolInspector x = SampleDraw.inspectors(2, 2).get(1);
            people.add(new PoolInspector(
                    id,
                    x.dept(),
                    List.of("4110"),
                    x.expertise(),
                    x.certificateValidTo(),
                    false,
                    2,
                    0,
                    SampleDraw.salt(id)));
        }
        FrozenDraw frozen = Draws.freeze(
                SampleDraw.with(one, p -> {
                    p.inspectors = people;
                    return p;
                }),
                SampleDraw.SIGNERS);
        DrawOutcome outcome = Draws.hold(frozen, SampleDraw.revealed(), SampleDraw.SIGNERS);
        assertThat(Arrays.copyOfRange(outcome.files().get("prices.bin"), 40, 44))
                .containsExactly(0, 0, 0, 2);
        return SampleDraw.bundle(frozen, outcome);
    }

    private static DrawRules tieRules() {
        DrawRules r = SampleDraw.rules();
        return new DrawRules(
                r.hash(),
                List.of(),
                List.of(new DrawItem("NRP-10", "勘查、开采活动监督", true, "KS", 10000, 0, List.of())),
                List.of(new RatioScheme("KS", "不分级", List.of(new RatioScheme.ClassRatio("*", 1000, "全部")))),
                r.atLeastOne(),
                r.reserveBasisPoints(),
                r.firmCap(),
                r.exclusions(),
                List.of(new TeamPlan(
                        "双人组",
                        List.of(),
                        2,
                        List.of(
                                new TeamPlan.Role("组长", "", true, List.of(), 1, 1),
                                new TeamPlan.Role("组员", "", false, List.of(), 1, 1)))),
                List.of(),
                r.inspectionFrom(),
                r.inspectionTo());
    }

    private static DrawRules shaRules() {
        DrawRules r = SampleDraw.rules();
        return new DrawRules(
                DrawHash.SHA_256,
                r.stratifyBy(),
                r.items(),
                r.ratioSchemes(),
                r.atLeastOne(),
                r.reserveBasisPoints(),
                r.firmCap(),
                r.exclusions(),
                r.teams(),
                r.ladder(),
                r.inspectionFrom(),
                r.inspectionTo());
    }

    private static List<SeedRecipe.Party> shaParties() {
        List<SeedRecipe.Party> parties = new ArrayList<>();
        String[] names = {"派驻纪检组", "市场监管局", "企业代表"};
        for (int i = 0; i < 3; i++) {
            parties.add(new SeedRecipe.Party(
                    names[i], Commitment.of(DrawHash.SHA_256, SampleDraw.DRAW_NO, names[i], SampleDraw.party(i))));
        }
        return parties;
    }

    private static byte[] corrected(FrozenDraw frozen, DrawOutcome outcome) {
        TeamSeat seat = outcome.seats().get(0);
        Pick gone = outcome.picks().stream()
                .filter(p ->
                        outcome.reserves().stream().anyMatch(r -> r.stratum().equals(p.stratum()))
                                && !p.subjectId().equals(seat.subjectId()))
                .findFirst()
                .orElseThrow();
        return corrected(
                frozen,
                outcome,
                List.of(recusal(1, seat.subjectId(), seat.inspectorId()), exclusion(2, gone.subjectId())));
    }

    private static Correction recusal(int no, String subjectId, String inspectorId) {
        return new Correction(
                no,
                SampleDraw.HELD.plusDays(no),
                Correction.Kind.RECUSE,
                subjectId,
                inspectorId,
                "RECUSED",
                "持有该企业股份",
                "局长办公会",
                SampleDraw.salt("paper1"));
    }

    private static Correction exclusion(int no, String subjectId) {
        return new Correction(
                no, SampleDraw.HELD.plusDays(no), Correction.Kind.EXCLUDE, subjectId, "", "YQ", "已注销", "分管副局长", "");
    }

    private static byte[] corrected(FrozenDraw frozen, DrawOutcome outcome, List<Correction> corrections) {
        DrawState state = Draws.replay(frozen, outcome, "", corrections);
        List<String> lines = corrections.stream().map(LogLine::correction).toList();
        List<String> log = SampleDraw.log(frozen, outcome);
        for (int i = 0; i < lines.size(); i++) {
            SampleDraw.append(log, corrections.get(i).at(), "correction", frozen, Bytes.utf8(lines.get(i)));
        }
        return new Bundle(frozen, Map.of())
                .result(outcome, state, null)
                .seal(log, List.of(), lines, SampleDraw.SIGNERS);
    }

    private static void unannounced(Map<String, byte[]> samples) {
        byte[] secret = SampleDraw.party(9);
        FrozenDraw frozen = Draws.freeze(
                SampleDraw.with(SampleDraw.request(60, 16, 8), p -> {
                    p.disclosure = new Disclosure(
                            false, SampleDraw.HELD.plusDays(30), Commitment.sealed(DrawHash.SM3, secret));
                    return p;
                }),
                SampleDraw.SIGNERS);
        DrawOutcome outcome = Draws.hold(frozen, SampleDraw.revealed(Bytes.hex(secret)), SampleDraw.SIGNERS);
        TeamSeat seat = outcome.seats().get(0);
        Correction late = recusal(1, seat.subjectId(), seat.inspectorId());
        List<String> lines = List.of(LogLine.correction(late));
        DrawState state = Draws.replay(frozen, outcome, Bytes.hex(secret), List.of(late));
        List<String> log = SampleDraw.log(frozen, outcome);
        SampleDraw.append(log, late.at(), "correction", frozen, Bytes.utf8(lines.get(0)));
        samples.put(
                "sealed.zip",
                new Bundle(frozen, Map.of())
                        .result(outcome, state, null)
                        .seal(log, List.of(), lines, SampleDraw.SIGNERS));
        byte[] opened =
                LogLine.secret(frozen.drawNo(), SampleDraw.HELD.plusDays(30).plusHours(1), Bytes.hex(secret));
        SampleDraw.append(log, SampleDraw.HELD.plusDays(30).plusHours(1), "opened", frozen, opened);
        samples.put(
                "opened.zip",
                new Bundle(frozen, Map.of())
                        .result(outcome, state, opened)
                        .seal(log, List.of(), lines, SampleDraw.SIGNERS));
    }

    private static FrozenDraw platforms() {
        return Draws.freeze(
                SampleDraw.with(SampleDraw.request(60, 16, 8), p -> {
                    p.mode = DrawMode.PLATFORM;
                    p.recipe = new SeedRecipe(List.of(), null, List.of(), 0);
                    return p;
                }),
                SampleDraw.SIGNERS);
    }

    /** @param sent which seats of the team that our own draw would have sent; the others stay empty */
    private static DrawOutcome drawnByPlatform(FrozenDraw frozen, Predicate<TeamSeat> sent) {
        // The platform here happens to choose as our local draw would, so that every rule holds.
        DrawOutcome local = Draws.hold(
                Draws.freeze(SampleDraw.request(60, 16, 8), SampleDraw.SIGNERS),
                SampleDraw.revealed(),
                SampleDraw.SIGNERS);
        return Draws.hold(
                frozen,
                new PlatformResult(
                        local.picks().stream()
                                .map(p -> new PlatformResult.Choice(p.itemCode(), p.subjectId()))
                                .toList(),
                        local.seats().stream()
                                .map(s -> new TeamSeat(s.subjectId(), s.role(), s.inspectorId(), ""))
                                .filter(sent)
                                .map(s -> new PlatformResult.Seat(s.subjectId(), s.inspectorId()))
                                .toList(),
                        SampleDraw.HELD),
                SampleDraw.SIGNERS);
    }

    /** Of the last team, which the platform sent as it should. */
    private static Correction leaderRecused(int no, DrawOutcome outcome) {
        TeamSeat last = outcome.seats().get(outcome.seats().size() - 1);
        return recusal(no, last.subjectId(), last.inspectorId());
    }

    private static Correction reseating(int no, String subject) {
        return new Correction(
                no,
                SampleDraw.HELD.plusHours(no),
                Correction.Kind.RESEAT,
                subject,
                "",
                "UNFIT",
                "省平台来函：所派检查组不足两人，请本局重派",
                "分管局长",
                "ef".repeat(32));
    }

    /** A platform's teams are nobody's to change but the one that breaks a rule, and nobody chooses who comes. */
    @Test
    void onlyAnUnlawfulTeamOfThePlatformIsSeatedAnew() {
        FrozenDraw frozen = platforms();
        DrawOutcome fair = drawnByPlatform(frozen, seat -> true);
        TeamSeat first = fair.seats().get(0);
        refused("E-DRAW-CORRECTION-FIT", frozen, fair, reseating(1, first.subjectId()));
        DrawOutcome alone = drawnByPlatform(frozen, seat -> !seat.equals(first));
        DrawState after = Draws.replay(frozen, alone, "", List.of(reseating(1, first.subjectId())));
        assertThat(after.seats())
                .filteredOn(seat -> seat.subjectId().equals(first.subjectId()))
                .hasSize(2)
                .allMatch(seat -> seat.ticket().isEmpty());
        assertThat(after.seats())
                .containsAll(alone.seats().stream()
                        .filter(seat -> !seat.subjectId().equals(first.subjectId()))
                        .toList());
        assertThat(Draws.forbiddenVisits(frozen, DrawState.of(alone))).containsKey(first.subjectId());
        assertThat(Draws.forbiddenVisits(frozen, after)).isEmpty();
        FrozenDraw ours = SampleDraw.frozen();
        DrawOutcome local = Draws.hold(ours, SampleDraw.revealed(), SampleDraw.SIGNERS);
        refused("E-DRAW-MODE", ours, local, reseating(1, local.picks().get(0).subjectId()));
    }

    private static void refused(String code, FrozenDraw frozen, DrawOutcome outcome, Correction correction) {
        assertThatThrownBy(() -> Draws.replay(frozen, outcome, "", List.of(correction)))
                .isInstanceOfSatisfying(
                        cn.zrzy.hub.kernel.Rejected.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static byte[] shadow(FrozenDraw frozen) {
        Abandonment why = new Abandonment("名录漏报一户，重新组织", "局长办公会");
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
        SampleDraw.append(log, SampleDraw.HELD, "seed", frozen, outcome.files().get("seed.json"));
        SampleDraw.append(
                log, SampleDraw.HELD, "result", frozen, outcome.files().get("result.json"));
        return new Bundle(frozen, Map.of())
                .result(outcome, DrawState.of(outcome), null)
                .seal(log, List.of(redraw), List.of(), SampleDraw.SIGNERS);
    }
}
