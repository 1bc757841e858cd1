package cn.zrzy.hub.draw.outcome;

import java.util.List;

/**
 * 预演与概率表: what dummy seeds, which anyone can compute, do to a frozen pool. It shows before the seed whether teams can be
 * found at all, and how likely each inspector is to serve. Shares are integers, so that every program prints the same.
 *
 * @param draws number of dummy seeds
 * @param feasible how many of them found teams without any relaxation
 * @param relaxed how many found teams only by the ladder; the rest found none
 * @param shortfalls binding constraints in words, the commonest first, at most five
 * @param thin subjects of the pool that too few inspectors may serve
 * @param thinExamples ids of the first twenty of them
 * @param inspectors by id
 * @param entropyMillibits entropy of "who takes a place" in thousandths of a bit
 * @param uniformMillibits the same if all inspectors with a cap were equally likely
 */
public record Rehearsal(
        int draws,
        int feasible,
        int relaxed,
        List<String> shortfalls,
        int thin,
        List<String> thinExamples,
        List<Share> inspectors,
        int entropyMillibits,
        int uniformMillibits) {

    /**
     * @param chanceBp draws in which the inspector serves at all, basis points
     * @param meanMilliplaces mean places per draw, thousandths
     */
    public record Share(String inspectorId, int priorLoad, int chanceBp, int meanMilliplaces, int least, int most) {}
}
