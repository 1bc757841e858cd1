package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.KeyAnswer;
import cn.zrzy.hub.delivery.KeyCheck;
import cn.zrzy.hub.delivery.KeyQuestion;
import cn.zrzy.hub.delivery.LeasedDispatch;
import cn.zrzy.hub.delivery.UnknownKey;
import cn.zrzy.hub.delivery.terms.KeyTerms;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** 对键: whom the hub asks when it starts, what waits for the answer, and what the answer brings to light. */
class KeyCheckTests {

    private static final String PLAN = "publish-plan-to-province";
    private static final String ARTICLE = "publish-plan-to-portal";
    private static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-11-23T09:00:00+08:00");

    private final LedgerFixture hub = new LedgerFixture();
    private final JdbcKeyChecks checks = checks(Duration.ofSeconds(60));

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void anOrdinaryRestartWaitsForAnAnswerButNotForLong() {
        JdbcKeyChecks impatient = checks(Duration.ofMillis(300));
        impatient.beat();
        impatient.open();
        assertThat(standing("province").mustAnswer()).isFalse();
        hub.owe(PLAN, "XC-2026-P01@1", "XC-2026-P01");
        assertThat(claimedWithin(Duration.ofSeconds(20))).isEqualTo(1);
        assertThat(standing("province").holding()).isFalse();
        assertThat(impatient.due()).as("it is asked all the same").isNotEmpty();
    }

    @Test
    void afterAGapNothingIsSentBeforeTheAnswer() {
        lastSeen("3 minutes");
        checks.open();
        assertThat(standing("province").mustAnswer()).isTrue();
        hub.jdbc
                .sql("update delivery.key_check set patience_ends = clock_timestamp() - interval '1 hour'")
                .update();
        hub.owe(PLAN, "XC-2026-P01@1", "XC-2026-P01");
        hub.owe(ARTICLE, "XC-2026-P01@1", "XC-2026-P01");
        assertThat(hub.due.claim(10)).isEmpty();
        answer("portal");
        assertThat(hub.due.claim(10))
                .as("one partner's answer frees that one")
                .extracting(LeasedDispatch::queue)
                .containsExactly(ARTICLE);
        answer("province");
        assertThat(hub.due.claim(10)).extracting(LeasedDispatch::queue).containsExactly(PLAN);
    }

    @Test
    void aLedgerWithoutAnyHeartbeatAsksForEverything() {
        checks.open();
        assertThat(standing("province").mustAnswer()).isTrue();
        assertThat(question("province").since().getYear()).isEqualTo(1970);
    }

    @Test
    void itAsksSinceADayBeforeItWasLastAlive() {
        lastSeen("5 hours");
        checks.open();
        assertThat(question("province").since())
                .isBetween(
                        OffsetDateTime.now().minusHours(30),
                        OffsetDateTime.now().minusHours(28));
    }

    @Test
    void manyDispatchesThatWaitStallNobodyElse() {
        for (int i = 0; i < 300; i++) {
            hub.owe(PLAN, "XC-" + i + "@1", "XC-" + i);
        }
        lastSeen("1 day");
        checks.open();
        answer("portal");
        hub.owe(ARTICLE, "XC-2026-P01@1", "XC-2026-P01");
        assertThat(hub.due.claim(100)).extracting(LeasedDispatch::queue).containsExactly(ARTICLE);
        hub.jdbc
                .sql(
                        "update delivery.dispatch set next_at = clock_timestamp() - interval '2 hours' where lease_until is null")
                .update();
        assertThat(hub.desk.breaches())
                .as("waiting for an answer is no dead end")
                .isEmpty();
    }

    /** It was leased and on the queue when the hub stopped. */
    @Test
    void aMessageThatLayOnTheQueueWaitsToo() {
        LeasedDispatch leased = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        lastSeen("1 day");
        checks.open();
        assertThatThrownBy(() -> hub.ledger.begin(leased.dispatch(), leased.leaseNo()))
                .isInstanceOf(TryLater.class);
        hub.ledger.postpone(leased.dispatch(), leased.leaseNo(), new TryLater("对方答复前不向它报送"));
        assertThat(hub.state(leased)).isEqualTo(DispatchState.OWED);
        assertThat(hub.line(leased).attempts()).isZero();
    }

    @Test
    void whatTheWorldHoldsAndTheLedgerDoesNotIsListed() {
        LeasedDispatch known = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        hub.send(known);
        checks.open();
        answer(
                "province",
                held(known.idempotencyKey(), Digest.sm3(LedgerFixture.BODY)),
                held(PLAN + ":XC-2026-P02@1:7K3MPQ9RTX", "a".repeat(64)));
        assertThat(checks.unknown()).singleElement().satisfies(key -> {
            assertThat(key.fact()).isEqualTo("XC-2026-P02@1");
            assertThat(key.kind()).isEqualTo("plans");
            assertThat(key.receivedAt()).isEqualTo(MORNING);
            assertThat(key.digest()).isEqualTo("a".repeat(64));
            assertThat(key.otherBytes()).isFalse();
        });
        assertThat(standing("province").unknown()).isEqualTo(1);
        assertThat(checks.acknowledge("province", "李敏", "已核对，重录计划 P02")).isEqualTo(1);
        assertThat(standing("province").unknown()).isZero();
        assertThat(checks.unknown()).extracting(UnknownKey::acknowledgedBy).containsExactly("李敏");
        checks.open();
        answer("province", held(PLAN + ":XC-2026-P02@1:7K3MPQ9RTX", "a".repeat(64)));
        assertThat(standing("province").unknown()).as("seen once is seen").isZero();
    }

    @Test
    void aKnownKeyWithOtherBytesIsListedToo() {
        LeasedDispatch known = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        hub.send(known);
        checks.open();
        answer("province", held(known.idempotencyKey(), "b".repeat(64)));
        assertThat(checks.unknown()).extracting(UnknownKey::otherBytes).containsExactly(true);
    }

    @Test
    void whatTheyHoldUnderAKeyThatIsStillOwedMustBeWhatWeSend() {
        LeasedDispatch early = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        checks.open();
        answer("province", held(early.idempotencyKey(), "c".repeat(64)));
        assertThat(checks.unknown())
                .as("it is in the ledger, only not sent yet")
                .isEmpty();
        Debt debt = hub.ledger.begin(early.dispatch(), early.leaseNo());
        assertThatThrownBy(() -> hub.ledger.keep(debt.dispatch(), early.leaseNo(), LedgerFixture.BODY))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-BYTES"))
                .hasMessageContaining("数据库还原");
    }

    @Test
    void anAnswerInPagesCountsWhenAllAreThere() {
        checks.open();
        String no = question("province").questionNo();
        checks.compare("province", new KeyAnswer(no, 2, 3, List.of()));
        checks.compare("province", new KeyAnswer(no, 2, 3, List.of()));
        assertThat(standing("province").holding()).isTrue();
        checks.compare("province", new KeyAnswer(no, 3, 3, List.of(held("x:y@1:Z", "d".repeat(64)))));
        assertThat(standing("province").answeredAt()).isNull();
        checks.compare("province", new KeyAnswer(no, 1, 3, List.of()));
        assertThat(standing("province").answeredAt()).isNotNull();
        assertThat(checks.unknown()).hasSize(1);
    }

    @Test
    void anAnswerToAnEarlierQuestionOrFromSomebodyElseIsLeftAside() {
        checks.open();
        String before = question("province").questionNo();
        checks.open();
        checks.compare("province", new KeyAnswer(before, 1, 1, List.of(held("x:y@1:Z", "d".repeat(64)))));
        checks.compare(
                "portal",
                new KeyAnswer(question("province").questionNo(), 1, 1, List.of(held("x:y@1:Z", "d".repeat(64)))));
        assertThat(standing("province").holding()).isTrue();
        assertThat(checks.unknown()).isEmpty();
    }

    @Test
    void aFailedQuestionSaysWhyAndIsPutAgainLater() {
        checks.open();
        KeyQuestion question = question("province");
        checks.unanswered(question, new AnswerLost("应答读到一半中断"));
        assertThat(standing("province").cause()).contains("中断");
        assertThat(checks.due()).noneMatch(again -> again.partner().equals("province"));
        hub.jdbc
                .sql("update delivery.key_check set next_at = clock_timestamp()")
                .update();
        assertThat(checks.due()).anyMatch(again -> again.equals(question));
    }

    @Test
    void twoHubsNeverPutOneQuestionTwice() {
        checks.open();
        assertThat(checks.due()).hasSize(3);
        assertThat(checks(Duration.ofSeconds(60)).due()).isEmpty();
    }

    @Test
    void aPersonMayGoOnWithoutTheAnswerWhichIsStillComparedWhenItComes() {
        lastSeen("1 day");
        checks.open();
        KeyQuestion question = question("province");
        assertThat(checks.waive("province", "李敏", "省平台停机三天")).isTrue();
        assertThat(checks.waive("province", "李敏", "再按一次")).isFalse();
        assertThat(standing("province").holding()).isFalse();
        hub.owe(PLAN, "XC-2026-P01@1", "XC-2026-P01");
        assertThat(hub.due.claim(10)).hasSize(1);
        checks.compare(
                "province", new KeyAnswer(question.questionNo(), 1, 1, List.of(held("x:y@1:Z", "d".repeat(64)))));
        assertThat(checks.unknown()).hasSize(1);
    }

    /** A second start within two minutes must not turn "until it answers" into "for a minute". */
    @Test
    void aRestartForgetsNothingThatWasStillWaitedFor() {
        lastSeen("1 day");
        checks.open();
        OffsetDateTime since = question("province").since();
        answer("portal");
        checks.open();
        assertThat(standing("province").mustAnswer()).isTrue();
        assertThat(question("province").since()).isEqualTo(since);
        assertThat(standing("portal").mustAnswer()).isFalse();
    }

    @Test
    void aDeclaredRestoreAsksEverybodyAnewAndWaits() {
        checks.beat();
        checks.open();
        answer("province");
        checks.reopen(MORNING);
        assertThat(checks.standing()).allMatch(KeyCheck::holding).allMatch(KeyCheck::mustAnswer);
        assertThat(question("province").since()).isEqualTo(MORNING.minusDays(1));
    }

    private JdbcKeyChecks checks(Duration patience) {
        KeyTerms terms = new KeyTerms(
                List.of("province", "portal", "enforcement"),
                Duration.ofMinutes(2),
                patience,
                Duration.ofDays(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(10));
        TheirKeys theirs = new TheirKeys(hub.jdbc, new JdbcTemplate(hub.database.dataSource()));
        return new JdbcKeyChecks(hub.jdbc, terms, theirs, hub.transaction);
    }

    private void lastSeen(String ago) {
        checks.beat();
        hub.jdbc
                .sql("update delivery.pulse set at = clock_timestamp() - interval '" + ago + "'")
                .update();
    }

    private int claimedWithin(Duration most) {
        long giveUp = System.nanoTime() + most.toNanos();
        int claimed = 0;
        while (claimed == 0 && System.nanoTime() < giveUp) {
            claimed = hub.due.claim(10).size();
        }
        return claimed;
    }

    private KeyCheck standing(String partner) {
        return checks.standing().stream()
                .filter(check -> check.partner().equals(partner))
                .findFirst()
                .orElseThrow();
    }

    private KeyQuestion question(String partner) {
        hub.jdbc
                .sql("update delivery.key_check set next_at = clock_timestamp()")
                .update();
        return checks.due().stream()
                .filter(asked -> asked.partner().equals(partner))
                .findFirst()
                .orElseThrow();
    }

    private void answer(String partner, KeyAnswer.Held... keys) {
        checks.compare(partner, new KeyAnswer(question(partner).questionNo(), 1, 1, Arrays.asList(keys)));
    }

    private static KeyAnswer.Held held(String key, String digest) {
        return new KeyAnswer.Held(key, "plans", MORNING, digest);
    }
}
