package cn.zrzy.hub.draw.jdbc;

import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.DrawState;
import cn.zrzy.hub.draw.outcome.Opening;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.paper.Bundle;
import cn.zrzy.hub.draw.paper.LogLine;
import cn.zrzy.hub.draw.paper.SigningRing;
import cn.zrzy.hub.draw.seed.SeedEntries;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;

/** {@link DrawLedger} on PostgreSQL; triggers refuse every update and delete. */
@Transactional
class JdbcDrawLedger implements DrawLedger {

    private final DrawLog log;
    private final EvidenceShelf shelf;
    private final FrozenRows draws;
    private final SeedRows seeds;
    private final ResultRows results;
    private final DistrustBook distrust;
    private final SigningRing ring;
    private final ThawedDraws thawed = new ThawedDraws();

    JdbcDrawLedger(JdbcClient jdbc, SigningRing ring, PlatformTransactionManager transactions) {
        this.log = new DrawLog(jdbc);
        this.shelf = new EvidenceShelf(jdbc);
        this.draws = new FrozenRows(jdbc);
        this.seeds = new SeedRows(jdbc);
        this.results = new ResultRows(jdbc);
        this.distrust = new DistrustBook(jdbc, transactions);
        this.ring = ring;
    }

    @Override
    public String nextDrawNo(String prefix, int year) {
        log.lock();
        return "%s-%04d-%04d".formatted(prefix, year, log.nextNumber(prefix, year));
    }

    @Override
    public String logHead() {
        return log.head();
    }

    @Override
    public void recordFrozen(FrozenDraw draw, Map<String, byte[]> verifiers) {
        log.lock();
        String[] parts = draw.drawNo().split("-");
        int number = Integer.parseInt(parts[2]);
        if (number != log.nextNumber(parts[0], Integer.parseInt(parts[1]))) {
            throw refused("E-DRAW-NO", "抽取编号已被使用或不连续", draw.drawNo());
        }
        if (!draw.request().logHead().equals(log.head())) {
            throw refused("E-DRAW-LOG-HEAD", "冻结期间抽取日志有新记录，请重新冻结", draw.drawNo());
        }
        if (draws.schemeTaken(draw.request().scheme())) {
            throw refused("E-DRAW-SCHEME", "该工作方案已有抽取，一个方案只抽一次", draw.request().scheme());
        }
        draws.frozen(draw, parts[0], Integer.parseInt(parts[1]), number);
        shelf.put(draw.drawNo(), draw.files());
        shelf.putVerifiers(draw, verifiers);
        log.append(
                draw.request().frozenAt(), "frozen", draw.drawNo(), draw.files().get("manifest.json"));
    }

    @Override
    public FrozenDraw frozen(String drawNo) {
        byte[] recusals =
                draws.recusals(drawNo).orElseThrow(() -> refused("E-DRAW-UNKNOWN", "没有抽取 " + drawNo, "drawNo"));
        SortedMap<String, byte[]> files = shelf.frozen(drawNo);
        List<String> lines = log.lines(drawNo);
        return believed(
                drawNo,
                () -> thawed.of(
                        drawNo, files, recusals, lines, () -> Draws.thaw(drawNo, files, recusals, ring, lines)));
    }

    /** Whoever reads what cannot be believed: it goes no further, and somebody is told. */
    private <T> T believed(String drawNo, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Rejected refusal) {
            if (!refusal.code().equals("E-DRAW-OLD")) { // its age is nobody's forgery
                distrust.enter(drawNo, refusal);
            }
            throw refusal;
        }
    }

    @Override
    public void recordReveal(String drawNo, RevealedSeed.Reveal reveal) {
        SeedEntries.checkReveal(frozen(drawNo), reveal);
        requireOpen(drawNo);
        if (!seeds.reveal(drawNo, reveal)) {
            throw refused("E-DRAW-REVEALED", "该方已揭示，先到者为准", reveal.party());
        }
    }

    @Override
    public void recordObservation(String drawNo, RevealedSeed.Observation observation) {
        SeedEntries.checkObservation(frozen(drawNo), observation);
        requireOpen(drawNo);
        if (!seeds.observation(drawNo, observation)) {
            throw refused("E-DRAW-REVEALED", "该公开事件已录入，不能更改", observation.source());
        }
    }

    private void requireOpen(String drawNo) {
        if (results.held(drawNo)) {
            throw refused("E-DRAW-HELD", "该抽取已有结果", drawNo);
        }
    }

    @Override
    public RevealedSeed revealed(String drawNo, String secret, OffsetDateTime at) {
        return new RevealedSeed(seeds.reveals(drawNo), seeds.observations(drawNo), secret, at);
    }

    @Override
    public void recordOutcome(DrawOutcome outcome) {
        log.lock();
        requireOpen(outcome.drawNo());
        if (outcome.shadow() != results.voided(outcome.drawNo()).isPresent()) {
            throw refused("E-DRAW-VOID", "作废的抽取只能登记试算结果，未作废的不能登记试算结果", outcome.drawNo());
        }
        results.outcome(outcome);
        shelf.put(outcome.drawNo(), outcome.files());
        byte[] seed = outcome.files().get("seed.json");
        if (seed != null) {
            log.append(outcome.at(), "seed", outcome.drawNo(), seed);
        }
        log.append(outcome.at(), "result", outcome.drawNo(), outcome.files().get("result.json"));
    }

    @Override
    public Optional<DrawOutcome> outcome(String drawNo) {
        return results.findings(drawNo)
                .map(findings -> believed(
                        drawNo, () -> Draws.reread(drawNo, shelf.result(drawNo), findings, ring, log.lines(drawNo))));
    }

    @Override
    public void recordVoid(String drawNo, Abandonment abandonment, String evidence, OffsetDateTime at) {
        log.lock();
        Entry draw = find(drawNo).orElseThrow(() -> refused("E-DRAW-UNKNOWN", "没有抽取 " + drawNo, "drawNo"));
        if (results.voided(drawNo).isPresent()) {
            throw refused("E-DRAW-VOID", "该抽取已作废", drawNo);
        }
        String line = LogLine.redraw(drawNo, at, abandonment, evidence, draw.scheme());
        results.voided(drawNo, at, abandonment, line);
        log.append(at, "void", drawNo, line.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Abandonment> voided(String drawNo) {
        return results.voided(drawNo);
    }

    @Override
    public int nextCorrectionNo(String drawNo) {
        log.lock();
        return results.corrections(drawNo).size() + 1;
    }

    @Override
    public DrawState recordCorrection(String drawNo, Correction correction, String secret) {
        log.lock();
        DrawOutcome outcome = outcome(drawNo).orElseThrow(() -> refused("E-DRAW-NOT-HELD", "尚未抽取，无从更正", drawNo));
        List<Correction> all = new ArrayList<>(corrections(drawNo));
        all.add(correction);
        DrawState state = Draws.replay(frozen(drawNo), outcome, secret, all);
        String line = LogLine.correction(correction);
        results.correction(drawNo, correction.no(), line, Draws.objectsFile(state), Draws.teamsFile(state));
        log.append(correction.at(), "correction", drawNo, line.getBytes(StandardCharsets.UTF_8));
        return state;
    }

    @Override
    public Optional<DrawState> current(String drawNo) {
        return results.state(drawNo).or(() -> outcome(drawNo).map(outcome -> DrawState.of(outcome)));
    }

    @Override
    public List<Correction> corrections(String drawNo) {
        return results.corrections(drawNo).stream().map(LogLine::correction).toList();
    }

    @Override
    public void recordOpened(String drawNo, String secret, OffsetDateTime at) {
        log.lock();
        SeedEntries.checkOpening(frozen(drawNo), secret, at);
        byte[] file = LogLine.secret(drawNo, at, secret);
        if (!results.held(drawNo) || !seeds.opened(drawNo, at, file)) {
            throw refused("E-DRAW-OPENED", "尚未抽取，或密封值已经公开", drawNo);
        }
        log.append(at, "opened", drawNo, file);
    }

    @Override
    public byte[] paper(String drawNo, String file) {
        return shelf.one(drawNo, file)
                .orElseThrow(() -> refused("E-DRAW-UNKNOWN", "抽取 " + drawNo + " 没有文件 " + file, file));
    }

    @Override
    public Optional<byte[]> stamp(String drawNo, String file) {
        return Optional.ofNullable(results.stamps(drawNo).get(file));
    }

    @Override
    public Optional<Opening> opening(String drawNo) {
        return seeds.secretFile(drawNo).map(LogLine::opening);
    }

    @Override
    public void recordStamp(String drawNo, String file, byte[] token) {
        if (!results.stamp(drawNo, file, token)) {
            throw refused("E-DRAW-STAMP", "该文件已有时间戳", file);
        }
    }

    @Override
    public byte[] bundle(String drawNo) {
        FrozenDraw frozen = frozen(drawNo);
        Bundle bundle = new Bundle(frozen, shelf.verifiers(frozen.request().verifiers()));
        results.stamps(drawNo).forEach(bundle::stamp);
        outcome(drawNo)
                .ifPresent(outcome -> bundle.result(
                        outcome,
                        current(drawNo).orElseThrow(),
                        seeds.secretFile(drawNo).orElse(null)));
        return bundle.seal(log.lines(), results.redraws(), results.corrections(drawNo), ring);
    }

    @Override
    public String version(String drawNo) {
        return LogLine.hash(log.head() + " " + draws.filed(drawNo)).substring(0, 16);
    }

    @Override
    public List<SigningRing.Published> keys() {
        return ring.published();
    }

    @Override
    public Optional<Entry> find(String drawNo) {
        return draws.entry(drawNo);
    }

    @Override
    public List<Integer> years() {
        return draws.years();
    }

    @Override
    public List<Entry> draws(int year) {
        return draws.entries(year);
    }

    @Override
    public List<Entry> overdueSecrets(OffsetDateTime now) {
        return draws.overdue(now);
    }

    @Override
    public List<Distrust> distrusted() {
        return distrust.open().stream()
                .filter(entry -> !believedAgain(entry.drawNo()))
                .toList();
    }

    private boolean believedAgain(String drawNo) {
        try {
            frozen(drawNo);
            outcome(drawNo);
        } catch (Rejected refusal) {
            return false;
        }
        distrust.believed(drawNo);
        return true;
    }

    private static Rejected refused(String code, String sentence, String field) {
        return new Rejected(code, sentence, Place.field(field));
    }
}
