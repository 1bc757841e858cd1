package cn.zrzy.hub.inspection;

import cn.zrzy.hub.registry.RegisteredParty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * 收件单位: whom a finding may concern, and what of it each is told. Two versions that tell it the same are one to it, so a
 * character that it never sees changes nothing there. What a document says more than this is the sender's own (who we are, our
 * numbers and times); {@code ToldAndSentTests} holds the documents against it.
 */
public enum Addressee {
    /** 省平台: every result; one that is 依法不公开 by its reason. */
    PROVINCE {
        @Override
        Optional<List<Object>> told(Finding finding) {
            return Optional.of(words(
                    finding.objectId(),
                    finding.objectName(),
                    finding.resultCodes(),
                    finding.checkDate(),
                    finding.checkers(),
                    finding.method(),
                    finding.withheldReason()));
        }
    },
    /** 门户网站: whatever is not withheld by law. */
    PORTAL {
        @Override
        Optional<List<Object>> told(Finding finding) {
            return finding.withheld()
                    ? Optional.empty()
                    : Optional.of(words(
                            finding.objectId(),
                            finding.objectName(),
                            finding.itemCode(),
                            finding.resultCodes(),
                            finding.checkDate(),
                            finding.checkers()));
        }
    },
    /** 执法机构: a problem, unless it is withheld by law; that one is handed over in person. */
    ENFORCEMENT {
        @Override
        Optional<List<Object>> told(Finding finding) {
            return finding.withheld() || !finding.problem()
                    ? Optional.empty()
                    : Optional.of(words(
                            who(finding.party()),
                            finding.itemCode(),
                            finding.resultCodes(),
                            finding.facts(),
                            finding.suspectedClause(),
                            finding.measures(),
                            finding.checkDate(),
                            finding.checkers(),
                            things(finding, true)));
        }
    },
    /** 公安机关: suspected crime, approved by the head (国务院令310号 §5), whether or not the result is public. */
    JUDICIARY {
        @Override
        Optional<List<Object>> told(Finding finding) {
            return Optional.ofNullable(finding.crime())
                    .map(crime -> words(
                            who(finding.party()),
                            crime.charge(),
                            crime.investigation(finding.facts()),
                            crime.expertOpinion(),
                            crime.approvedBy(),
                            crime.approvedAt().toInstant(),
                            finding.checkers(),
                            things(finding, false)));
        }
    },
    /** 信用平台: only a penalty decision; the hub lists nobody by itself (河南省社会信用条例 §28). */
    CREDIT {
        @Override
        Optional<List<Object>> told(Finding finding) {
            return finding.withheld()
                    ? Optional.empty()
                    : Optional.ofNullable(finding.penalty())
                            .map(penalty -> words(
                                    firm(penalty.punished()),
                                    penalty.party(),
                                    penalty.documentNo(),
                                    penalty.violation(),
                                    finding.facts(),
                                    penalty.basis(),
                                    penalty.category(),
                                    penalty.content(),
                                    amount(penalty.fine()),
                                    amount(penalty.confiscated()),
                                    penalty.decidedOn(),
                                    penalty.validUntil(),
                                    penalty.publicUntil()));
        }
    };

    /** @return what it is told of this version; empty when it is told nothing */
    abstract Optional<List<Object>> told(Finding finding);

    /** Null and blank are one to whoever reads. */
    private static List<Object> words(Object... words) {
        return new ArrayList<>(
                Arrays.stream(words).map(word -> Objects.toString(word, "")).toList());
    }

    /** Without the day: the same name and code on another day are nothing new. */
    private static List<Object> who(RegisteredParty party) {
        return party == null ? List.of() : words(party.subject(), party.name(), party.creditCode(), party.address());
    }

    /** The credit platform is told no address. */
    private static List<Object> firm(RegisteredParty party) {
        return party == null ? List.of() : words(party.name(), party.creditCode());
    }

    /** Numbered anew in each document; the police get no digests. */
    private static List<Object> things(Finding finding, boolean digests) {
        return new ArrayList<>(finding.evidence().stream()
                .map(thing -> words(
                        thing.name(), thing.spec(), thing.quantity(), thing.storage(), digests ? thing.sm3() : ""))
                .toList());
    }

    private static String amount(BigDecimal amount) {
        return amount == null || amount.signum() == 0
                ? ""
                : amount.stripTrailingZeros().toPlainString();
    }
}
