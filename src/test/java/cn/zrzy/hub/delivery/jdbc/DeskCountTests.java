package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchDesk.Filter;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.delivery.PartnerLoad;
import cn.zrzy.hub.delivery.Standstill;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Counting cheaply must not mean counting something else: the desk's numbers are the ledger's. */
class DeskCountTests {

    private final LedgerFixture hub = new LedgerFixture();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void whatIsOpenIsCountedExactlyWhateverHappened() {
        LedgerWalk walk = new LedgerWalk(hub, 4711);
        for (int step = 0; step < 250; step++) {
            walk.step();
        }
        for (PartnerLoad load : hub.desk.loads()) {
            String partner = load.partner();
            assertThat(List.of(
                            load.owed(), load.sending(), load.sent(), load.doubted(), load.parked(), load.confirmed()))
                    .as(partner)
                    .containsExactly(
                            count(partner, "OWED"),
                            count(partner, "SENDING"),
                            count(partner, "SENT"),
                            count(partner, "DOUBTED"),
                            count(partner, "PARKED"),
                            count(partner, "CONFIRMED"));
        }
        assertThat(hub.desk.loads())
                .extracting(PartnerLoad::partner)
                .containsExactly("enforcement", "portal", "province");
        assertThat(hub.desk.standstills().stream().mapToLong(Standstill::count).sum())
                .as("whatever fails stands on the desk, and nothing else")
                .isEqualTo(number("select count(*) from delivery.dispatch where state = 'DOUBTED'"
                        + " or (state in ('OWED', 'SENDING') and failing_since is not null)"));
        assertThat(hub.desk.tallies().stream()
                        .mapToLong(tally -> tally.waiting() + tally.failing() + tally.parked() + tally.confirmed())
                        .sum())
                .isEqualTo(number("select count(*) from delivery.dispatch"));
        assertThat(hub.desk.parkedByCause())
                .extracting(DispatchDesk.CauseGroup::count)
                .satisfies(groups -> assertThat(
                                groups.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(number("select count(*) from delivery.dispatch where state = 'PARKED'")));
        for (DispatchState state : DispatchState.values()) {
            assertThat(hub.desk.page(new Filter(state, "province", ""), 1, 10).total())
                    .isEqualTo(count("province", state.name()));
        }
    }

    @Test
    void pagesRunThroughTheNewestAndEndWhereCountingEnds() {
        for (int i = 1; i <= 25; i++) {
            hub.owe("publish-plan-to-province", "P" + i + "@1", "P" + i);
        }
        DispatchDesk.Page last = hub.desk.page(Filter.ALL, 3, 10);
        assertThat(last.rows())
                .extracting(DispatchSummary::key)
                .containsExactly("P5@1", "P4@1", "P3@1", "P2@1", "P1@1");
        assertThat(last.total()).isEqualTo(25);
        assertThat(last.isCut()).isFalse();
        assertThat(hub.desk.page(Filter.ALL, 999, 10).page())
                .as("there is no such page")
                .isEqualTo(3);
        assertThat(hub.desk.page(new Filter(null, "portal", null), 1, 10).rows())
                .isEmpty();
    }

    @Test
    void ofALongHistoryOnlySoManyAreCountedButEverythingOpenIs() {
        hub.jdbc.sql("""
                        insert into delivery.dispatch (route, partner, stage, askable, event, fact_key, subject, order_key,
                            sentence, idempotency_key, state, next_at, trace_id, owner, confirmed_at, placed)
                        select 'r', 'province', 1, true, 'e', 'F' || n, 'F' || n, 'P1', '检查结果已录入', 'r:F' || n,
                               case when n % 2 = 0 then 'CONFIRMED' else 'OWED' end, now(), '', '监管科', now(), true
                        from generate_series(1, 24000) n
                        """).update();
        DispatchDesk.Page all = hub.desk.page(Filter.ALL, 1, 50);
        assertThat(all.isCut()).isTrue();
        assertThat(hub.desk.page(Filter.ALL, 9_999, 50).page()).isEqualTo(200);
        assertThat(hub.desk.page(new Filter(DispatchState.OWED, "", ""), 1, 50).total())
                .isEqualTo(12_000);
        assertThat(hub.desk.loads())
                .singleElement()
                .satisfies(load -> assertThat(load.owed()).isEqualTo(12_000));
    }

    private long count(String partner, String state) {
        return number("select count(*) from delivery.dispatch where partner = '%s' and state = '%s'"
                .formatted(partner, state));
    }

    private long number(String sql) {
        return hub.jdbc.sql(sql).query(Long.class).single();
    }
}
