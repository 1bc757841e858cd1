package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.LeasedDispatch;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Breach;
import cn.zrzy.hub.kernel.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gets what, and in which order: two hubs, many plans, one addressee. */
class ClaimTests {

    private static final String PLAN = "publish-plan-to-province";
    private static final String DRAW = "publish-draw-to-province";
    private static final String RESULTS = "publish-results-to-province";

    private final LedgerFixture hub = new LedgerFixture();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void two_hubs_never_get_the_same_dispatch() throws Exception {
        for (int i = 0; i < 200; i++) {
            hub.owe(i % 2 == 0 ? PLAN : DRAW, "XC-" + i + "@1", "XC-" + i);
        }
        ExecutorService hubs = Executors.newFixedThreadPool(4);
        List<String> got = new ArrayList<>();
        try {
            Callable<List<String>> one = () -> {
                List<String> mine = new ArrayList<>();
                for (int i = 0; i < 40; i++) {
                    for (LeasedDispatch leased : hub.due.claim(5)) {
                        mine.add(leased.dispatch());
                        hub.send(leased);
                    }
                }
                return mine;
            };
            for (Future<List<String>> future : hubs.invokeAll(List.of(one, one, one, one))) {
                got.addAll(future.get());
            }
        } finally {
            hubs.shutdown();
        }
        assertThat(got).hasSize(200).doesNotHaveDuplicates();
        assertThat(hub.desk.breaches()).isEmpty();
    }

    @Test
    void a_row_that_another_session_holds_is_skipped_and_not_waited_for() {
        hub.owe(PLAN, "XC-1@1", "XC-1");
        hub.owe(PLAN, "XC-2@1", "XC-2");
        List<LeasedDispatch> claimed = hub.transaction.execute(status -> {
            hub.jdbc
                    .sql("select no from delivery.dispatch where fact_key = 'XC-1@1' for update")
                    .query(Long.class)
                    .single();
            return hub.due.claim(10);
        });
        assertThat(claimed).extracting(LeasedDispatch::businessKey).containsExactly("XC-2@1");
    }

    @Test
    void the_plan_goes_before_its_draw_and_the_draw_before_the_results() {
        hub.owe(PLAN, "P1@1", "P1");
        hub.owe(DRAW, "D1", "P1");
        hub.owe(RESULTS, "F1@1", "P1");
        hub.owe(DRAW, "D2", "P2");
        List<LeasedDispatch> first = hub.due.claim(10);
        assertThat(first).extracting(LeasedDispatch::businessKey).containsExactly("P1@1", "D2");
        assertThat(hub.due.claim(10)).isEmpty();
        first.forEach(hub::send);
        LeasedDispatch draw = hub.claimOne();
        assertThat(draw.businessKey()).isEqualTo("D1");
        assertThat(hub.desk.search("F1@1").get(0).state()).isEqualTo(DispatchState.OWED);
        assertThat(hub.desk
                        .one(hub.desk.search("F1").get(0).dispatch())
                        .orElseThrow()
                        .blockedBy())
                .isEqualTo(draw.dispatch());
        hub.send(draw);
        hub.send(hub.claimOne());
        assertThat(hub.desk.breaches()).isEmpty();
    }

    @Test
    void a_refused_result_lets_its_correction_past() {
        hub.owe(RESULTS, "F1@1", "P1");
        LeasedDispatch refused = hub.claimOne();
        hub.beginAndKeep(refused);
        hub.ledger.park(refused.dispatch(), refused.leaseNo(), new Rejected("E-1042", "x"));
        assertThat(hub.due.claim(10)).as("nothing moves by itself").isEmpty();
        hub.owe(RESULTS, "F1@2", "P1");
        hub.owe(RESULTS, "F2@1", "P1");
        assertThat(hub.due.claim(10)).extracting(LeasedDispatch::businessKey).containsExactlyInAnyOrder("F1@2", "F2@1");
    }

    @Test
    void a_result_that_may_have_arrived_holds_back_its_correction() {
        hub.owe(RESULTS, "F1@1", "P1");
        LeasedDispatch lost = hub.claimOne();
        hub.beginAndKeep(lost);
        hub.ledger.doubt(lost.dispatch(), lost.leaseNo(), new AnswerLost("x"));
        hub.owe(RESULTS, "F1@2", "P1");
        assertThat(hub.due.claim(10)).extracting(LeasedDispatch::businessKey).doesNotContain("F1@2");
    }

    @Test
    void what_rests_on_a_refused_plan_waits_for_its_correction() {
        hub.owe(PLAN, "P1@1", "P1");
        LeasedDispatch refused = hub.claimOne();
        hub.beginAndKeep(refused);
        hub.ledger.park(refused.dispatch(), refused.leaseNo(), new Rejected("E-1042", "x"));
        hub.owe(RESULTS, "F1@1", "P1");
        assertThat(hub.due.claim(10)).as("a result before its plan").isEmpty();
        hub.owe(PLAN, "P1@2", "P1");
        assertThat(hub.claimOne().businessKey()).isEqualTo("P1@2");
    }

    @Test
    void an_older_version_is_not_sent_over_a_newer_one_that_arrived() {
        hub.owe(RESULTS, "F1@1", "P1");
        LeasedDispatch old = hub.claimOne();
        hub.beginAndKeep(old);
        hub.ledger.park(old.dispatch(), old.leaseNo(), new Rejected("E-1042", "x"));
        hub.owe(RESULTS, "F1@2", "P1");
        hub.acts.dueNow(old.dispatch(), "王强", "新版还没有报送");
        LeasedDispatch again = hub.claimOne();
        assertThat(again.businessKey()).isEqualTo("F1@1");
        hub.beginAndKeep(again);
        hub.ledger.park(again.dispatch(), again.leaseNo(), new Rejected("E-1042", "x"));
        LeasedDispatch newer = hub.claimOne();
        refusedAsOld(old);
        hub.send(newer);
        refusedAsOld(old);
        hub.acts.close(old.dispatch(), "王强", "已由新版取代", "豫〔2026〕1号");
        assertThat(hub.desk.breaches()).isEmpty();
    }

    private void refusedAsOld(LeasedDispatch old) {
        assertThatThrownBy(() -> hub.acts.dueNow(old.dispatch(), "王强", "再试"))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.code()).isEqualTo("E-DISPATCH-NEWER"));
        assertThat(hub.state(old)).isEqualTo(DispatchState.PARKED);
    }

    @Test
    void a_newer_version_is_not_closed_by_hand_while_the_older_one_could_still_go() {
        hub.owe(RESULTS, "F1@1", "P1");
        hub.owe(RESULTS, "F1@2", "P1");
        String old = hub.desk.search("F1@1").get(0).dispatch();
        String newer = hub.desk.search("F1@2").get(0).dispatch();
        assertThatThrownBy(() -> hub.acts.close(newer, "王强", "已当面报送", "豫〔2026〕2号"))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.code()).isEqualTo("E-DISPATCH-OLDER"));
        hub.acts.park(old, "王强", "由新版取代");
        hub.acts.close(newer, "王强", "已当面报送", "豫〔2026〕2号");
        assertThat(hub.due.claim(10)).isEmpty();
        assertThat(hub.desk.breaches()).isEmpty();
    }

    @Test
    void addressees_do_not_wait_for_one_another() {
        hub.owe(PLAN, "P1@1", "P1");
        LeasedDispatch stuck = hub.claimOne();
        hub.ledger.begin(stuck.dispatch(), stuck.leaseNo());
        hub.owe("publish-plan-to-portal", "P1@1", "P1");
        assertThat(hub.claimOne().queue()).isEqualTo("publish-plan-to-portal");
    }

    @Test
    void a_slow_partner_holds_only_a_few_messages() {
        for (int i = 0; i < 30; i++) {
            hub.owe(PLAN, "P" + i + "@1", "P" + i);
        }
        assertThat(hub.due.claim(100)).hasSize(8);
        assertThat(hub.due.claim(100)).isEmpty();
    }

    @Test
    void what_could_not_be_queued_is_due_at_once() {
        LeasedDispatch leased = hub.oweAndClaim(PLAN, "P1@1");
        hub.due.release(leased);
        assertThat(hub.claimOne().leaseNo()).isEqualTo(leased.leaseNo() + 1);
    }

    @Test
    void the_order_view_sees_what_went_out_too_early() {
        hub.owe(PLAN, "P1@1", "P1");
        hub.owe(DRAW, "D1", "P1");
        hub.jdbc
                .sql("update delivery.dispatch set state = 'SENDING', lease_no = 1, lease_until = clock_timestamp()"
                        + " + interval '1 minute' where fact_key = 'D1'")
                .update();
        String draw = hub.desk.search("D1").get(0).dispatch();
        hub.ledger.begin(draw, 1);
        assertThat(hub.desk.breaches()).extracting(Breach::invariant).containsExactly("I5");
    }

    @Test
    void the_loads_count_each_partner() {
        hub.owe(PLAN, "P1@1", "P1");
        hub.owe(PLAN, "P2@1", "P2");
        hub.send(hub.due.claim(1).get(0));
        assertThat(hub.desk.loads()).singleElement().satisfies(load -> {
            assertThat(load.partner()).isEqualTo("province");
            assertThat(load.owed()).isEqualTo(1);
            assertThat(load.confirmed()).isEqualTo(1);
            assertThat(load.oldestOpenAt()).isNotNull();
        });
    }
}
