package cn.zrzy.hub.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.audit.AuditEvent;
import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** What every act has in common, tried on one that only opens and closes a gate. */
class ActDeskTests {

    private static final ActOrder WHY = new ActOrder("对方来电", "", "", "", "", "", "");

    private final AuditTrail trail = mock(AuditTrail.class);
    private final Gate gate = new Gate();
    private final ActDesk desk = desk();
    private Acting.Scope scope;

    @BeforeEach
    void aLeadIsActing() {
        scope = Acting.person("limin", "李敏", "LEAD", "10.0.0.7").begin();
    }

    @AfterEach
    void goes() {
        scope.close();
    }

    @Test
    void actLeavesOneRowWithWhoWhyBeforeAndAfter() {
        desk.press("close-gate", "north", WHY);
        ArgumentCaptor<AuditEvent> row = ArgumentCaptor.forClass(AuditEvent.class);
        verify(trail).record(row.capture());
        assertThat(row.getValue())
                .isEqualTo(new AuditEvent(
                        "limin", "LEAD", "10.0.0.7", "act.close-gate", "north", "对方来电", "开着", "关着", "成功"));
    }

    @Test
    void whatIsBarredIsNeitherOfferedNorDone() {
        assertThat(desk.offered("PARTNER", "north", Locale.ROOT)).hasSize(1);
        gate.open = false;
        assertThat(desk.offered("PARTNER", "north", Locale.ROOT)).isEmpty();
        refused("E-GATE", WHY);
    }

    @Test
    void whoLookedBeforeItChangedDoesNothing() {
        refused("E-ACT-MOVED", new ActOrder("对方来电", "", "", "", "", "", "半开"));
        assertThat(gate.pressed).isEmpty();
    }

    /** Else thirty who wait for a partner that does not answer hold every connection to the database. */
    @Test
    void whatIsToBeAskedOfOthersIsAskedBeforeTheTransaction() {
        desk.press("close-gate", "north", WHY);
        assertThat(gate.readyInTransaction).containsExactly(false);
        assertThat(gate.pressed).hasSize(1);
    }

    @Test
    void otherRoleIsOfferedNothingAndRefused() {
        scope.close();
        scope = Acting.person("zhoumin", "周敏", "OFFICE", "10.0.0.8").begin();
        assertThat(desk.offered("PARTNER", "north", Locale.ROOT)).isEmpty();
        refused("E-ACT-RIGHT", WHY);
    }

    @Test
    void orderWithoutReasonIsRefused() {
        refused("E-ACT-REASON", new ActOrder(" ", "", "", "", "", "", ""));
        refused("E-ACT-REASON", new ActOrder("因".repeat(201), "", "", "", "", "", ""));
    }

    private void refused(String code, ActOrder order) {
        assertThatThrownBy(() -> desk.press("close-gate", "north", order))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.code()).isEqualTo(code));
        verify(trail, never()).record(any());
    }

    @SuppressWarnings("unchecked")
    private ActDesk desk() {
        TransactionTemplate transaction = mock(TransactionTemplate.class);
        when(transaction.execute(any())).thenAnswer(call -> {
            gate.inTransaction = true;
            return ((TransactionCallback<Object>) call.getArgument(0)).doInTransaction(null);
        });
        StaticMessageSource messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        ActWords words = new ActWords(messages);
        return new ActDesk(
                List.of(gate),
                new ActForm(Clock.systemUTC()),
                words,
                thing -> {},
                new LastActs(trail, words),
                trail,
                transaction);
    }

    private static final class Gate implements Act {

        private final List<Press> pressed = new ArrayList<>();
        private final List<Boolean> readyInTransaction = new ArrayList<>();
        private boolean inTransaction;
        private boolean open = true;

        @Override
        public String name() {
            return "close-gate";
        }

        @Override
        public Target target() {
            return Target.PARTNER;
        }

        @Override
        public Set<String> roles() {
            return Set.of("LEAD");
        }

        @Override
        public Preview preview(String of) {
            return Preview.of(of, open ? "开着" : "关着", List.of()).unless(open, "E-GATE", "已经关着");
        }

        @Override
        public Consumer<Press> ready(String of) {
            readyInTransaction.add(inTransaction);
            return Act.super.ready(of);
        }

        @Override
        public void press(String of, Press press) {
            pressed.add(press);
            open = false;
        }
    }
}
