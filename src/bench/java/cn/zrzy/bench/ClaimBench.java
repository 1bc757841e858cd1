package cn.zrzy.bench;

import cn.zrzy.hub.delivery.jdbc.ClaimSpeed;
import java.util.Arrays;

/**
 * Cost of one claim, with 20 to 20,000 open dispatches of one plan and one partner; again with a second partner whose queue
 * is as long and who is slow, or down with everything behind it waiting. The old query stands beside the new one.
 * {@code bin/bench Claim [old|new] [sizes…]}; {@code new} leaves out the old query, which takes a minute at 20,000.
 */
public final class ClaimBench {

    private ClaimBench() {}

    public static void main(String[] args) throws Exception {
        Machine.quiet();
        boolean old = args.length == 0 || !args[0].equals("new");
        int[] sizes = args.length > 1
                ? Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray()
                : new int[] {20, 1_000, 5_000, 20_000};
        System.out.println(
                "ms of one claim: CPU of the database's backend, and wall; the last column is new CPU against "
                        + "the new claim with " + sizes[0] + " open");
        System.out.printf(
                "%-34s %6s │ %10s %10s │ %8s %8s │ %6s%n", "", "open", "old CPU", "old wall", "CPU", "wall", "× few");
        for (Second second : Second.values()) {
            ClaimSpeed.Cost base = null;
            for (int open : sizes) {
                try (ClaimSpeed speed = new ClaimSpeed()) {
                    speed.due(open);
                    second.seed(speed, open);
                    ClaimSpeed.Cost placed = speed.place();
                    speed.newClaim(20);
                    ClaimSpeed.Cost now = speed.newClaim(50);
                    base = base == null ? now : base;
                    ClaimSpeed.Cost before = old ? speed.oldClaim(open > 2_000 ? 1 : 5) : null;
                    System.out.println(ClaimSpeed.row(second.words, open, before, now, base));
                    if (open == sizes[sizes.length - 1]) {
                        System.out.printf("  placing a thousand that were owed: %.1f ms CPU, once%n", placed.cpu());
                    }
                }
            }
        }
        System.out.println(Machine.line());
        System.exit(0);
    }

    private enum Second {
        NONE("one partner") {
            @Override
            void seed(ClaimSpeed speed, int open) {}
        },
        SLOW("a second one, slow: as many due") {
            @Override
            void seed(ClaimSpeed speed, int open) {
                speed.slow(open);
            }
        },
        DOWN("a second one, down: all behind one") {
            @Override
            void seed(ClaimSpeed speed, int open) {
                speed.down(open);
            }
        };

        private final String words;

        Second(String words) {
            this.words = words;
        }

        abstract void seed(ClaimSpeed speed, int open);
    }
}
