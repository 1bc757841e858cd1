package cn.zrzy.hub.plumbing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.duty.NightSchedule;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.ShiftLost;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** One run, one worker: as long as this process works on a run it takes it no second time, whatever its lease says. */
class TimekeeperTests {

    private static final String RUN = "20261123-slow";
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    private final AtomicLong fence = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger working = new AtomicInteger();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch pageArrives = new CountDownLatch(1);
    private final DutyLedger ledger = Mockito.mock(DutyLedger.class);
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private Timekeeper timekeeper;

    @BeforeEach
    void start() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(ShiftLost.class).handled(true).process(exchange -> seen.add("ended quietly"));
                from("direct:slow").process(exchange -> {
                    Shift shift = exchange.getVariable("shift", Shift.class);
                    assertThat(working.incrementAndGet()).isEqualTo(1);
                    try {
                        seen.add("began " + shift.fence());
                        if (shift.fence() == 1) {
                            pageArrives.await();
                        }
                        shift.require();
                        exchange.getMessage().setBody(Outcome.done("好"));
                    } finally {
                        working.decrementAndGet();
                    }
                });
            }
        });
        camel.start();
        Mockito.when(ledger.claim(Mockito.any())).thenAnswer(call -> claim(call.getArgument(0)));
        Mockito.when(ledger.done(Mockito.any(), Mockito.any())).thenAnswer(call -> {
            Shift shift = call.getArgument(0);
            seen.add("done " + shift.fence());
            return true;
        });
        timekeeper = new Timekeeper(ledger, camel.createProducerTemplate(), schedule(), 3);
        timekeeper.start();
    }

    @AfterEach
    void stop() {
        pageArrives.countDown();
        timekeeper.stop();
        camel.stop();
    }

    /** A ledger in which the lease of this run is always over; the real one leaves out what is in hand likewise. */
    private Optional<DutyLedger.Claim> claim(Set<String> inHand) {
        asked.incrementAndGet();
        if (inHand.contains(RUN) || seen.contains("done 2")) {
            return Optional.empty();
        }
        return Optional.of(
                new DutyLedger.Claim(RUN, "slow", LocalDate.of(2026, 11, 23), "0", 1, fence.incrementAndGet()));
    }

    @Test
    void theSecondWorkerBeginsOnlyWhenTheFirstHasStopped() {
        Mockito.when(ledger.beat(Mockito.any())).thenReturn(false);
        await().atMost(A_WHILE).until(() -> seen.contains("began 1"));
        int before = asked.get();
        await().atMost(A_WHILE).until(() -> asked.get() > before + 3);
        assertThat(seen).containsExactly("began 1");
        await().atMost(A_WHILE).untilAsserted(() -> Mockito.verify(ledger).beat(Mockito.any()));
        pageArrives.countDown();
        await().atMost(A_WHILE).until(() -> seen.contains("done 2"));
        assertThat(seen).containsExactly("began 1", "ended quietly", "began 2", "done 2");
        Mockito.verify(ledger, Mockito.never()).postpone(Mockito.any(), Mockito.any());
        Mockito.verify(ledger, Mockito.never()).fail(Mockito.any(), Mockito.any());
    }

    private static NightSchedule schedule() {
        return new NightSchedule(
                ZoneId.of("Asia/Shanghai"),
                LocalTime.NOON,
                Duration.ofMinutes(30),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(8),
                3,
                Duration.ofHours(6),
                Duration.ofDays(31),
                new LinkedHashMap<>());
    }
}
