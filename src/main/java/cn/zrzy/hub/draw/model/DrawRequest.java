package cn.zrzy.hub.draw.model;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * 抽取申请: all that a draw is made of. Randomness (salts, commitments, secrets) and times are passed in; the draw makes
 * none itself.
 *
 * @param drawNo 抽取编号 {@code PREFIX-yyyy-n}, gapless, from the ledger
 * @param campaign draws of one campaign share the seed (进一次门查多项事); "" for a draw of its own
 * @param scheme 工作方案 number; one live draw per scheme
 * @param mode who draws
 * @param annual an annual draw demands 128 bits of public entropy instead of 64
 * @param frozenAt T0
 * @param logHead head of the log at T0
 * @param software name and version of this program
 * @param stampAuthority name of the RFC 3161 authority; "" when none is configured
 * @param verifiers digests of the verifier files that will lie in the bundle
 */
public record DrawRequest(
        String drawNo,
        String campaign,
        String scheme,
        DrawMode mode,
        boolean annual,
        List<PoolSubject> subjects,
        List<PoolInspector> inspectors,
        List<Recusal> recusals,
        DrawRules rules,
        SeedRecipe recipe,
        Disclosure disclosure,
        OffsetDateTime frozenAt,
        String logHead,
        String software,
        String stampAuthority,
        List<VerifierFile> verifiers) {

    /** {@link #logHead} of the first draw ever. */
    public static final String NO_LOG = "0".repeat(64);

    public DrawRequest {
        subjects = List.copyOf(subjects);
        inspectors = List.copyOf(inspectors);
        recusals = List.copyOf(recusals);
        verifiers = List.copyOf(verifiers);
    }
}
