package cn.zrzy.bench;

import cn.zrzy.hub.draw.BatchSpeed;
import cn.zrzy.hub.draw.DrawSpeed;

/**
 * Speed of the draw, ratios beside their baselines in one run. Run without C1 limits:
 * {@code java -Xmx3g -cp target/classes:target/test-classes:$(cat target/test.classpath) cn.zrzy.bench.DrawBench}
 * With {@code batch 20} only the bureau's batch, twenty rounds: the first ten warm the compiler up.
 */
public final class DrawBench {

    private DrawBench() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("batch")) {
            BatchSpeed.batch(50_000, 500, args.length > 1 ? Integer.parseInt(args[1]) : 20);
            return;
        }
        int tickets = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
        DrawSpeed.tickets(tickets);
        DrawSpeed.matching(500, 150, 6, 20, 30);
        DrawSpeed.matching(10_000, 2_000, 16, 14, 6);
        BatchSpeed.batch(50_000, 500, 6);
    }
}
