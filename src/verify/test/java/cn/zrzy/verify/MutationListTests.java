package cn.zrzy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every line of the mutation list of draw-protocol.md §4, and beside it the lie of {@link MutationTests} that tells it,
 * the step that turns red first and its code. {@link MutationTests} runs them all in the three verifiers.
 */
class MutationListTests {

    private static final Map<String, MutationTests.Lie> LIES =
            MutationTests.lies().collect(Collectors.toMap(MutationTests.Lie::name, Function.identity()));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "change one object, 'an object changed, leaf and all, under the root', roots, E-ROOT",
        "change one object, an object changed under its leaf, roots, E-LEAF",
        "delete one object, an object deleted after the quotas, quotas, E-STRATA",
        "insert one object, an object inserted after the quotas, quotas, E-STRATA",
        "duplicate one object, an object twice, form, E-DUP",
        "change a credit class, a credit class changed, quotas, E-STRATA",
        "reorder lines, lines reordered, form, E-SORT",
        "NFD instead of NFC, NFD text, form, E-NFC",
        "float ratio, a float ratio, form, E-JSON",
        "quota +1, quota +1, quotas, E-QUOTA",
        "quota -1, quota −1, quotas, E-QUOTA",
        "swap a pick with rank n+1, swapped pick with rank n+1, picks, E-PICK",
        "hide a reserve use, a hidden reserve use, corrections, E-CURRENT",
        "hide a reserve use, a reserve passed over, corrections, E-CURRENT",
        "hide a reserve use, a hidden reserve, picks, E-RESERVE",
        "change one seed digit, one seed digit, seed, E-SEED",
        "drop a reveal, a dropped reveal, seed, E-SEED",
        "stamp after the event, a stamp after the event, signatures, E-ORDER",
        "old drawId, an old draw number, log, E-DRAWNO",
        "missing redraw record, missing redraw record, log, E-REDRAW",
        "broken log hash, broken log hash, log, E-LOG-CHAIN",
        "other software hash, other verifier than committed, roots, E-VERIFIER-HASH",
        "one inspector twice, one inspector twice, teams, E-TEAM-TWICE",
        "expired certificate, expired certificate, teams, E-CERT",
        "recused pair, a recused pair, teams, E-RECUSED",
        "cap+1, cap + 1, teams, E-CAP",
        "feasible but non-optimal team, feasible but not optimal, optimal, E-PRICE",
        "altered price, a price altered, optimal, E-PRICE",
        "odd-leaf duplication, odd leaf doubled, roots, E-ROOT",
        "leaf/node prefix confusion, leaf prefix as node prefix, roots, E-LEAF",
        "signature over other bytes, signature over other bytes, signatures, E-SIG-SM2",
        "signature over other bytes, Ed25519 signature over other bytes, signatures, E-SIG-ED25519",
        "truncated file, a file cut short, form, E-JSON",
        "truncated file, prices cut short, optimal, E-PRICE-FORM",
        "ladder step skipped, ladder step skipped, teams, E-LADDER",
        "early opening of S, opened too early, seed, E-SECRET",
        "missing opening of S, never opened, form, E-FILE",
        "missing opening of S, opened too late, seed, E-SECRET-LATE",
        "corrections without approver, a correction without approver, form, E-FIELD"
    })
    void everyLineOfTheListIsToldAndItsStepNamed(String line, String lie, String step, String code) {
        assertThat(LIES).as(line).containsKey(lie);
        assertThat(List.of(LIES.get(lie).step(), LIES.get(lie).fault())).isEqualTo(List.of(step, code));
    }
}
