package cn.zrzy.hub.draw;

/**
 * 机遇律: the distribution of a count under chance alone, as probabilities of {@code least, least + 1, …}; sums of
 * independent counts are exact convolutions. Only for judging what others drew (PlatformAudit); no draw of ours rests on
 * floating point.
 */
record Chance(int least, double[] weights) {

    private static final double NOTHING = 1e-300;

    /** The count that is surely 0. */
    static Chance none() {
        return new Chance(0, new double[] {1});
    }

    /** How many of {@code marked} among {@code all} are in a uniform sample of {@code drawn} (hypergeometric). */
    static Chance hypergeometric(int all, int marked, int drawn) {
        int least = Math.max(0, drawn - (all - marked));
        int most = Math.min(drawn, marked);
        double[] weights = new double[most - least + 1];
        double whole = ways(all, drawn);
        for (int k = least; k <= most; k++) {
            weights[k - least] = Math.exp(ways(marked, k) + ways(all - marked, drawn - k) - whole);
        }
        return new Chance(least, weights);
    }

    /** 1 with probability p, else 0. */
    static Chance coin(double p) {
        return new Chance(0, new double[] {1 - p, p});
    }

    /**
     * How many neighbours (i, i+1) are both in a uniform sample of {@code drawn} places out of {@code all}: drawn minus the
     * number of runs (Wald and Wolfowitz 1940, Ann. Math. Stat. 11: runs of two kinds).
     */
    static Chance neighbours(int all, int drawn) {
        if (drawn == 0) {
            return none();
        }
        double[] weights = new double[drawn];
        double whole = ways(all, drawn);
        for (int runs = 1; runs <= drawn; runs++) {
            if (runs <= all - drawn + 1) {
                weights[drawn - runs] = Math.exp(ways(drawn - 1, runs - 1) + ways(all - drawn + 1, runs) - whole);
            }
        }
        return new Chance(0, weights);
    }

    /**
     * How many of {@code drawn} cells, as equal as can be, hold none of a uniform sample of {@code drawn} places (empty
     * cells, F. N. David 1950, Biometrika 37). Exact up to {@link #EXACT} draws, then normal with the exact first two
     * moments.
     */
    static Chance emptyCells(int all, int drawn) {
        return drawn <= EXACT ? exactEmptyCells(all, drawn) : roundedEmptyCells(all, drawn);
    }

    static final int EXACT = 48;

    /** Cell by cell: the probability of (cells empty so far, places drawn so far). */
    private static Chance exactEmptyCells(int all, int drawn) {
        double[][] now = new double[drawn + 1][drawn + 1];
        now[0][0] = 1;
        int past = 0;
        for (int cell = 0; cell < drawn; cell++) {
            int size = width(all, drawn, cell);
            double[][] next = new double[drawn + 1][drawn + 1];
            for (int taken = Math.max(0, drawn - (all - past)); taken <= drawn; taken++) {
                Chance here = hypergeometric(all - past, size, drawn - taken);
                for (int empty = 0; empty <= cell; empty++) {
                    double p = now[empty][taken];
                    for (int k = 0; p > NOTHING && k < here.weights.length; k++) {
                        int found = here.least + k;
                        next[found == 0 ? empty + 1 : empty][taken + found] += p * here.weights[k];
                    }
                }
            }
            past += size;
            now = next;
        }
        double[] weights = new double[drawn + 1];
        for (int empty = 0; empty <= drawn; empty++) {
            weights[empty] = now[empty][drawn];
        }
        return new Chance(0, weights);
    }

    private static Chance roundedEmptyCells(int all, int drawn) {
        int width = all / drawn;
        double one = Math.exp(ways(all - width, drawn) - ways(all, drawn));
        double two = Math.exp(ways(all - 2 * width, drawn) - ways(all, drawn));
        double mean = drawn * one;
        double spread = Math.sqrt(Math.max(1e-9, mean + drawn * (drawn - 1.0) * two - mean * mean));
        double[] weights = new double[drawn + 1];
        for (int k = 0; k <= drawn; k++) {
            weights[k] = normal((k + 0.5 - mean) / spread) - normal((k - 0.5 - mean) / spread);
        }
        return new Chance(0, weights);
    }

    /** Places of cell number {@code cell} when {@code all} are cut into {@code cells}. */
    static int width(int all, int cells, int cell) {
        return (int) ((cell + 1L) * all / cells - (long) cell * all / cells);
    }

    Chance plus(Chance other) {
        if (weights.length == 1 || other.weights.length == 1) {
            Chance many = weights.length == 1 ? other : this;
            return new Chance(least + other.least, many.weights);
        }
        double[] sum = new double[weights.length + other.weights.length - 1];
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > NOTHING) {
                for (int j = 0; j < other.weights.length; j++) {
                    sum[i + j] += weights[i] * other.weights[j];
                }
            }
        }
        return new Chance(least + other.least, sum);
    }

    /** P(count ≥ seen). */
    double atLeast(int seen) {
        return part(seen - least, weights.length);
    }

    /** P(count ≤ seen). */
    double atMost(int seen) {
        return part(0, seen - least + 1);
    }

    /** Twice the smaller tail, at most 1. */
    double twoSided(int seen) {
        return Math.min(1, 2 * Math.min(atLeast(seen), atMost(seen)));
    }

    double mean() {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += (least + i) * weights[i];
        }
        return mean;
    }

    private double part(int from, int to) {
        double sum = 0;
        for (int i = Math.max(0, from); i < Math.min(to, weights.length); i++) {
            sum += weights[i];
        }
        return Math.min(1, sum);
    }

    /** ln C(n, k). */
    private static double ways(int n, int k) {
        return k < 0 || k > n ? Double.NEGATIVE_INFINITY : factorial(n) - factorial(k) - factorial(n - k);
    }

    private static final double[] FACTORIALS = new double[256];

    static {
        for (int i = 2; i < FACTORIALS.length; i++) {
            FACTORIALS[i] = FACTORIALS[i - 1] + Math.log(i);
        }
    }

    /** ln n!, beyond the table by Stirling's series, whose error there is below 1e-15. */
    private static double factorial(int n) {
        if (n < FACTORIALS.length) {
            return FACTORIALS[n];
        }
        double x = n + 1.0;
        return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x * x * x);
    }

    /** Φ(z), by the Chebyshev fit of Numerical Recipes (erfcc): relative error of a tail below 1.2e-7. */
    static double normal(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        double t = 1 / (1 + 0.5 * x);
        double poly = 0.17087277;
        for (double c : new double[] {
            -0.82215223,
            1.48851587,
            -1.13520398,
            0.27886807,
            -0.18628806,
            0.09678418,
            0.37409196,
            1.00002368,
            -1.26551223
        }) {
            poly = poly * t + c;
        }
        double tail = t * Math.exp(-x * x + poly) / 2;
        return z > 0 ? 1 - tail : tail;
    }
}
