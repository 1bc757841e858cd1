package cn.zrzy.hub.draw;

import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.DrawState;
import cn.zrzy.hub.draw.outcome.Opening;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.paper.SigningRing;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 抽取台账: the append-only evidence of all draws. Every method joins the caller's transaction; nothing here is ever
 * updated or deleted. Refusals are {@link cn.zrzy.hub.kernel.Rejected} with a code E-DRAW-….
 */
public interface DrawLedger {

    /** The next gapless number {@code prefix-year-n}; locks the log until the caller's transaction ends. */
    String nextDrawNo(String prefix, int year);

    /** Hash of the last log line, for {@link DrawRequest#logHead()}. */
    String logHead();

    /**
     * Keeps a frozen draw.
     *
     * @param verifiers bytes of the files named in the request's verifier list
     * @throws cn.zrzy.hub.kernel.Rejected E-DRAW-NO (number taken or not the next), E-DRAW-SCHEME (the scheme has a
     *     live draw), E-DRAW-LOG-HEAD (the log went on since)
     */
    void recordFrozen(FrozenDraw draw, Map<String, byte[]> verifiers);

    /**
     * The frozen draw as it was kept: its manifest the one that the bureau signed and the log names, every file the one
     * that the manifest binds. A refusal stands in {@link #distrusted} from then on.
     *
     * @throws cn.zrzy.hub.kernel.Rejected E-DRAW-KEY-MISSING, E-DRAW-FORGED, E-DRAW-EVIDENCE, E-DRAW-UNKNOWN
     */
    FrozenDraw frozen(String drawNo);

    /** Keeps one party's reveal; once per party, before the deadline and matching its commitment. */
    void recordReveal(String drawNo, RevealedSeed.Reveal reveal);

    /** Keeps one public event as read; once per source. */
    void recordObservation(String drawNo, RevealedSeed.Observation observation);

    /** All that was revealed so far, as the input of {@link Draws#hold}. */
    RevealedSeed revealed(String drawNo, String secret, OffsetDateTime at);

    /** Keeps the one result of a draw; a second one is E-DRAW-HELD. */
    void recordOutcome(DrawOutcome outcome);

    /** The result as it was kept, believed on the same terms as {@link #frozen}. */
    Optional<DrawOutcome> outcome(String drawNo);

    /**
     * Voids a draw (作废). It stays in the log for ever; its scheme may be drawn again under a new number.
     *
     * @param evidence 64 hex digest of the approval, or ""
     */
    void recordVoid(String drawNo, Abandonment abandonment, String evidence, OffsetDateTime at);

    /** Reason and approver if the draw was voided; what {@link Draws#hold} needs for its shadow result. */
    Optional<Abandonment> voided(String drawNo);

    /** The number of a draw's next correction, from 1; locks the log until the caller's transaction ends. */
    int nextCorrectionNo(String drawNo);

    /**
     * Appends a correction and returns the state after it.
     *
     * @param secret 64 hex: the sealed secret S of an unannounced draw; "" for an announced one
     */
    DrawState recordCorrection(String drawNo, Correction correction, String secret);

    /** Picks and teams after all corrections. */
    Optional<DrawState> current(String drawNo);

    List<Correction> corrections(String drawNo);

    /** Opens the secret of an unannounced draw; from now on its bundle shows everything. */
    void recordOpened(String drawNo, String secret, OffsetDateTime at);

    /** When an unannounced draw was opened, and by which secret; empty while it is sealed and for announced draws. */
    Optional<Opening> opening(String drawNo);

    /**
     * The exact bytes of one kept file of evidence.
     *
     * @throws cn.zrzy.hub.kernel.Rejected E-DRAW-UNKNOWN when the draw has no such file (yet)
     */
    byte[] paper(String drawNo, String file);

    /** Keeps an RFC 3161 token over {@code manifest.json} or {@code result.json}; a second one is E-DRAW-STAMP. */
    void recordStamp(String drawNo, String file, byte[] token);

    /** The kept RFC 3161 token over that file. */
    Optional<byte[]> stamp(String drawNo, String file);

    /** The evidence bundle (证据包), docs/draw/bundle-format.md; the same bytes for the same evidence. */
    byte[] bundle(String drawNo);

    /** A short mark that changes whenever {@link #bundle} may (证据版本), for those who keep a copy. */
    String version(String drawNo);

    /** 签名公钥: the current ones first, then retired ones with their period. */
    List<SigningRing.Published> keys();

    /** 存疑的抽取: whose evidence was not believed and is not to this moment: an alarm. */
    List<Distrust> distrusted();

    Optional<Entry> find(String drawNo);

    /** Years that have draws, the latest first. */
    List<Integer> years();

    /** Draws of a year by number, for pages. */
    List<Entry> draws(int year);

    /** Draws whose secret should have been opened before {@code now} and was not: an alarm. */
    List<Entry> overdueSecrets(OffsetDateTime now);

    /** Why and since when a draw's evidence is not believed. */
    record Distrust(String drawNo, String code, String sentence, OffsetDateTime at) {}

    /**
     * One line of the ledger's overview.
     *
     * @param state FROZEN, DRAWN, SEALED (drawn, details closed) or VOID
     * @param drawnAt null until the draw was held
     * @param openAt null for announced draws
     */
    record Entry(
            String drawNo,
            String scheme,
            String mode,
            String state,
            int subjects,
            int inspectors,
            int picks,
            OffsetDateTime frozenAt,
            OffsetDateTime drawnAt,
            OffsetDateTime openAt,
            String manifestSm3) {}
}
