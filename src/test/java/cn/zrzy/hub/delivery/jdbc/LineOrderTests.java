package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who stands at the head of its line is kept as data; it has to be, after every step, who the search found before. */
class LineOrderTests {

    private static final int STEPS = 350;

    /** Seeds of the walks; {@code -Ddelivery.walks=10} in bin/soak. */
    static LongStream seeds() {
        return LongStream.of(1, 2, 3, 5, 8, 13, 21, 34, 55, 89).limit(Integer.getInteger("delivery.walks", 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_kept_order_is_the_searched_order_after_each_of_many_random_steps(long seed) {
        LedgerFixture hub = new LedgerFixture();
        try {
            LedgerWalk walk = new LedgerWalk(hub, seed);
            List<String> done = new ArrayList<>();
            for (int step = 1; step <= STEPS; step++) {
                done.add(walk.step());
                hub.lines.place();
                String story = "seed %d after step %d: %s"
                        .formatted(seed, step, done.subList(Math.max(0, done.size() - 8), done.size()));
                assertThat(OldOrder.differences(hub.jdbc)).as(story).isEmpty();
                assertThat(overtaken(hub)).as(story).isEmpty();
            }
            assertThat(hub.desk.breaches())
                    .as("seed " + seed + ": what went out when it should not")
                    .filteredOn(breach -> breach.invariant().equals("I5"))
                    .isEmpty();
        } finally {
            hub.close();
        }
    }

    /** An older version that may still go out although a newer one of it is confirmed. */
    private static List<String> overtaken(LedgerFixture hub) {
        return hub.jdbc.sql("""
                        select o.id from delivery.dispatch o
                        where o.state in ('OWED', 'SENDING', 'DOUBTED') and exists (
                            select 1 from delivery.dispatch n
                            where n.route = o.route and n.subject = o.subject and n.no > o.no and n.state = 'CONFIRMED')
                        """).query(String.class).list();
    }
}
