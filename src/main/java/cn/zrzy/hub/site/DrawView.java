package cn.zrzy.hub.site;

import cn.zrzy.hub.draw.model.VerifierFile;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.plan.Scheme;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * 抽取公告 as its page and its form print it, ready in words.
 *
 * @param state FROZEN, WAITING, DEAD, DRAWN, SEALED or VOID, as {@code plan.DrawScene.State} has them; messages {@code site.state.…}
 * @param scheme null when the plan room does not know the scheme
 * @param fingerprints of the manifest and of the roots {@code objects}, {@code inspectors}, {@code recusals}
 * @param results one line a subject to visit, after all corrections
 */
record DrawView(
        Dossier dossier,
        String state,
        String title,
        Scheme scheme,
        List<Item> items,
        List<Layer> layers,
        List<Source> sources,
        List<Party> parties,
        List<Result> results,
        List<Reserve> reserves,
        List<Change> changes,
        List<String> deferred,
        List<Fingerprint> fingerprints,
        List<VerifierFile> verifiers) {

    public String drawNo() {
        return dossier.entry().drawNo();
    }

    /** 作废原因, "" unless voided. */
    public String voidReason() {
        return dossier.voided() == null ? "" : Masking.text(dossier.voided().reason());
    }

    /**
     * @param basis 检查依据; "" when the catalogue does not know the item
     */
    record Item(String code, String title, boolean key, String basis) {}

    /**
     * @param share drawn out of members, in percent
     */
    record Layer(String code, String ratio, int members, int quota, int reserve, String share) {}

    /** @param state PENDING, GIVEN or MISSING; before the draw a value that was read is GIVEN but not shown */
    record Source(
            String name,
            String kind,
            String detail,
            OffsetDateTime eventTime,
            String state,
            String value,
            OffsetDateTime at,
            String origin) {}

    /** @param state PENDING, GIVEN or MISSING */
    record Party(String name, String commitment, String state, String value, OffsetDateTime at) {}

    record Fingerprint(String name, String sm3, String sha256) {}

    record Result(int no, String id, String name, List<String> picks, List<Seat> team) {}

    record Seat(String role, String name, String card) {}

    record Reserve(String stratum, int rank, String id, String name) {}

    /** @param kind EXCLUDE, RECUSE or RESEAT */
    record Change(
            int no,
            OffsetDateTime at,
            String kind,
            String subject,
            String card,
            String code,
            String reason,
            String approver) {}
}
