package cn.zrzy.hub.ceremony.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.ceremony.freeze.CommitmentCall;
import cn.zrzy.hub.ceremony.freeze.PoolFreeze;
import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.record.Ceremonies;
import cn.zrzy.hub.ceremony.record.DrawCalls;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.plan.DrawTerms;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** While people hold a draw the night leaves it to them, by name, and for a set time only. */
class CeremonyBookTests {

    private static final String NO = "XC-2026-0001";
    private static final Instant TEN = Instant.parse("2026-11-24T02:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final Ceremonies rows = rows();
    private final DrawCalls calls = mock(DrawCalls.class);
    private final DrawLedger ledger = mock(DrawLedger.class);

    @BeforeEach
    void called() {
        when(calls.find(NO)).thenReturn(Optional.of(new DrawCalls.Call(NO, "S1", true)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theNightLeavesItToTheRoomAndSaysToWhom() {
        at(0).open(NO, "周敏", "周敏、赵清、公证员孙立");
        assertThatThrownBy(() -> at(1).leaveToThem(NO))
                .isInstanceOf(TryLater.class)
                .hasMessageContaining("周敏")
                .hasMessageContaining("12:00");
        assertThat(at(1).running(NO)).map(Ceremonies.Ceremony::present).contains("周敏、赵清、公证员孙立");
        assertThatCode(() -> at(1).leaveToThem("XC-2026-0002")).doesNotThrowAnyException();
    }

    @Test
    void aForgottenOneEndsByItselfAndOneThatIsEndedEndsAtOnce() {
        at(0).open(NO, "周敏", "周敏");
        assertThatCode(() -> at(121).leaveToThem(NO)).doesNotThrowAnyException();
        at(130).open(NO, "周敏", "周敏");
        at(131).end(NO);
        assertThatCode(() -> at(132).leaveToThem(NO)).doesNotThrowAnyException();
        assertThat(database.jdbc()
                        .sql("select count(*) from plan.ceremony")
                        .query(Long.class)
                        .single())
                .as("who was there is kept")
                .isEqualTo(2);
    }

    @Test
    void whatIsDrawnOrUnknownCannotBeOpenedAndNobodyIsNobody() {
        refused(() -> at(0).open("XC-2026-0009", "周敏", "周敏"), "E-DRAW-UNKNOWN");
        refused(() -> at(0).open(NO, "周敏", " "), "E-DRAW-PRESENT");
        when(ledger.outcome(NO)).thenReturn(Optional.of(mock(DrawOutcome.class)));
        refused(() -> at(0).open(NO, "周敏", "周敏"), "E-DRAW-HELD");
        at(0).attended(NO, "周敏", "周敏、赵清");
        assertThat(at(1).running(NO)).isEmpty();
    }

    @Test
    void theNightJobDrawsNothingThatIsHeldBeforePeopleAndComesAgain() {
        Scheme scheme = mock(Scheme.class);
        when(scheme.drawNo()).thenReturn(NO);
        when(scheme.terms()).thenReturn(DrawTerms.ordinary());
        Schemes schemes = mock(Schemes.class);
        when(schemes.inState(Scheme.State.FROZEN)).thenReturn(List.of(scheme));
        DrawHold hold = mock(DrawHold.class);
        at(0).open(NO, "周敏", "周敏");
        assertThatThrownBy(() -> session(schemes, hold, at(1)).drawReady(new Shift("r", 1)))
                .isInstanceOf(TryLater.class)
                .hasMessageContaining("正由现场进行");
        verify(hold, never()).draw(any());
        session(schemes, hold, at(121)).drawReady(new Shift("r", 1));
        verify(hold).draw(scheme);
    }

    private static DrawSession session(Schemes schemes, DrawHold hold, CeremonyBook ceremonies) {
        return new DrawSession(
                schemes,
                mock(CommitmentCall.class),
                mock(PoolFreeze.class),
                hold,
                ceremonies,
                mock(Abandonments.class),
                mock(ShadowDraw.class),
                mock(DrawSettings.class));
    }

    private static void refused(Runnable act, String code) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private CeremonyBook at(int minutes) {
        Clock clock = Clock.fixed(TEN.plus(Duration.ofMinutes(minutes)), ZoneId.of("Asia/Shanghai"));
        return new CeremonyBook(rows, calls, ledger, Duration.ofHours(2), clock);
    }

    private Ceremonies rows() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, database::jdbc);
        context.scan("cn.zrzy.hub.ceremony.jdbc");
        context.addBeanFactoryPostProcessor(factory -> Arrays.stream(factory.getBeanDefinitionNames())
                .forEach(name -> factory.getBeanDefinition(name).setLazyInit(true)));
        context.refresh();
        return context.getBean(Ceremonies.class);
    }
}
