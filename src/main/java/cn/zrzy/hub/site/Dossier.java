package cn.zrzy.hub.site;

import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.DrawState;
import cn.zrzy.hub.draw.outcome.Opening;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.paper.Membership;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 卷宗: all that may be said in public about one draw. While an unannounced draw is closed the names of who was drawn are
 * not in here at all, so no page can let them slip.
 *
 * @param version {@link DrawLedger#version}
 * @param outcome null until the draw was held; without picks, teams and whoever was deferred while closed
 * @param current null until the draw was held, and while closed
 * @param stamps which of manifest.json and result.json bear an RFC 3161 stamp
 * @param corrections empty while closed
 * @param bundleIsPublic false while a closed draw's bundle would name who was drawn: a correction, or a subject that was
 *     deferred, stands in it by code
 * @param voided null unless the draw was voided
 * @param opening null unless an unannounced draw was opened
 */
record Dossier(
        DrawLedger.Entry entry,
        String version,
        FrozenDraw frozen,
        Membership members,
        List<String> stamps,
        RevealedSeed revealed,
        DrawOutcome outcome,
        DrawState current,
        List<Correction> corrections,
        Abandonment voided,
        Opening opening,
        boolean bundleIsPublic) {

    Dossier(
            DrawLedger.Entry entry,
            String version,
            FrozenDraw frozen,
            Membership members,
            List<String> stamps,
            RevealedSeed revealed,
            DrawOutcome outcome,
            DrawState current,
            List<Correction> corrections,
            Abandonment voided,
            Opening opening) {
        this(entry, version, frozen, members, stamps, revealed, outcome, current, corrections, voided, opening, true);
    }

    Dossier {
        bundleIsPublic = true;
        if (closed(frozen, opening)) {
            bundleIsPublic = corrections.isEmpty()
                    && (outcome == null || outcome.deferred().isEmpty());
            outcome = outcome == null ? null : withoutDetails(outcome);
            current = null;
            corrections = List.of();
        }
    }

    /** 密封中: unannounced, and its secret not opened yet. */
    public boolean closed() {
        return closed(frozen, opening);
    }

    private static boolean closed(FrozenDraw frozen, Opening opening) {
        return !frozen.request().disclosure().announced() && opening == null;
    }

    /** The secret that {@link Membership#standings} asks for. */
    String secret() {
        return opening == null ? "" : opening.secret();
    }

    private static DrawOutcome withoutDetails(DrawOutcome o) {
        SortedMap<String, byte[]> none = new TreeMap<>();
        return new DrawOutcome(
                o.drawNo(),
                o.at(),
                o.shadow(),
                o.seed(),
                o.missing(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                List.of(),
                none);
    }
}
