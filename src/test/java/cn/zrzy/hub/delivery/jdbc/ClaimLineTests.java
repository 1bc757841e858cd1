package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.dispatch.DispatchEvent;
import cn.zrzy.hub.delivery.dispatch.Standing;
import cn.zrzy.hub.delivery.dispatch.Transition;
import cn.zrzy.hub.delivery.dispatch.Transitions;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The claim is made by the database, many at a time: it does what the table says, no more and no less. */
class ClaimLineTests {

    @Test
    void theDatabaseClaimsAsTheTableSays() {
        LedgerFixture hub = new LedgerFixture();
        try {
            hub.owe("publish-plan-to-province", "P@1", "P");
            hub.lines.place();
            for (Standing from : Standing.values()) {
                for (int bits = 0; bits < 4; bits++) {
                    claimedAs(hub, from, (bits & 1) > 0, (bits & 2) > 0);
                }
            }
        } finally {
            hub.close();
        }
    }

    private static void claimedAs(LedgerFixture hub, Standing from, boolean unsure, boolean askable) {
        hub.jdbc
                .sql(
                        "update delivery.dispatch set state = ?, unsure = ?, askable = ?, lease_begun = ?, waits_for = null,"
                                + " lease_until = case when ? then clock_timestamp() + interval '1 minute' end,"
                                + " next_at = clock_timestamp() - interval '1 second', cause_code = 'E-X', cause = 'x',"
                                + " parked_at = clock_timestamp(), confirmed_at = clock_timestamp()")
                .params(from.state().name(), unsure, askable, from.isBegun(), from.isLeased())
                .update();
        Optional<Transition> line = Transitions.of(from, DispatchEvent.CLAIM, unsure, askable);
        assertThat(hub.due.claim(10)).as(from + " " + unsure + " " + askable).hasSize(line.isPresent() ? 1 : 0);
        Standing now = hub.transaction.execute(
                tx -> hub.dispatches.lock("D000000001").orElseThrow().course().standing());
        assertThat(now).isEqualTo(line.map(Transition::to).orElse(from));
    }
}
