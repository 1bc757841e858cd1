package cn.zrzy.hub.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * 错误率的花费: how much of one question's yearly error has been spent. Counts come in steps, so a limit seldom costs all
 * that it may: what is left over waits for the next look (the idea of Tarone 1990, Biometrics 46, applied to looks too).
 */
final class Spending {

    /** One more value of a law: where its p lies, and what it costs to point at it. */
    private record Step(double p, double cost) {}

    private final double whole;
    private double spent;

    Spending(double whole) {
        this.whole = whole;
    }

    /** For one continuous law: all that may be spent by now. */
    double all(double gone) {
        double left = whole * gone - spent;
        spent += left;
        return left;
    }

    /**
     * The largest p at which the laws together cost no more than may be spent by now; pays for it.
     *
     * @param gone part of the year that has gone by
     */
    double limit(double gone, List<Chance> laws, boolean bothSides) {
        double left = whole * gone - spent;
        List<Step> steps = new ArrayList<>();
        for (Chance law : laws) {
            tail(law, left, bothSides, true, steps);
            if (bothSides) {
                tail(law, left, true, false, steps);
            }
        }
        steps.sort(Comparator.comparingDouble(Step::p));
        double limit = 0;
        double cost = 0;
        for (int i = 0; i < steps.size(); ) {
            double p = steps.get(i).p();
            double more = 0;
            for (; i < steps.size() && steps.get(i).p() <= p * (1 + 1e-9); i++) {
                more += steps.get(i).cost();
            }
            if (cost + more > left) {
                break;
            }
            cost += more;
            limit = p * (1 + 1e-9);
        }
        spent += cost;
        return limit;
    }

    /** From the far end of a tail inwards, as long as the tail alone can be paid. */
    private static void tail(Chance law, double left, boolean doubled, boolean upper, List<Step> steps) {
        double[] weights = law.weights();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[upper ? weights.length - 1 - i : i];
            sum += weight;
            if (sum > left) {
                return;
            }
            steps.add(new Step(doubled ? 2 * sum : sum, weight));
        }
    }
}
