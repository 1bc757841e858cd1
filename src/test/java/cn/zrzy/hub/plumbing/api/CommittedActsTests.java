package cn.zrzy.hub.plumbing.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import cn.zrzy.hub.audit.AuditEvent;
import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.fixtures.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An API act is in the trail by the very transaction that makes it true, once. */
class CommittedActsTests {

    private final TestDatabase database = TestDatabase.fresh();
    private final List<String> recorded = new ArrayList<>();
    private final JdbcTransactionManager manager = new JdbcTransactionManager(database.dataSource());
    private ApiAct act;

    @BeforeEach
    void begin() {
        AuditTrail trail = mock(AuditTrail.class);
        doAnswer(call -> {
                    assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                            .isTrue();
                    return recorded.add(call.<AuditEvent>getArgument(0).action());
                })
                .when(trail)
                .record(any());
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("trail", trail);
        manager.addListener(new CommittedActs(beans.getBeanProvider(AuditTrail.class)));
        act = ApiAct.begin(new MockHttpServletRequest("POST", "/api/plans"));
        act.takes("plan-submit");
    }

    @AfterEach
    void end() {
        ApiAct.end();
        database.close();
    }

    @Test
    void theFirstCommitCarriesIt() {
        transaction(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> {});
        transaction(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> {});
        assertThat(recorded).containsExactly("api.plan-submit");
        assertThat(act.isRecorded()).isTrue();
    }

    @Test
    void whatIsUndoneIsNotSaid() {
        transaction(TransactionDefinition.PROPAGATION_REQUIRED)
                .executeWithoutResult(status -> status.setRollbackOnly());
        assertThat(recorded).isEmpty();
        assertThat(act.isRecorded()).isFalse();
    }

    /** The ledger of draws notes its distrust in a transaction apart while it refuses the act. */
    @Test
    void aTransactionWithinDoesNotSpeakForTheAct() {
        transaction(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(outer -> {
            transaction(TransactionDefinition.PROPAGATION_REQUIRES_NEW).executeWithoutResult(inner -> {});
            outer.setRollbackOnly();
        });
        assertThat(recorded).isEmpty();
    }

    @Test
    void readingIsNoAct() {
        TransactionTemplate reading = transaction(TransactionDefinition.PROPAGATION_REQUIRED);
        reading.setReadOnly(true);
        reading.executeWithoutResult(status -> {});
        ApiAct.end();
        transaction(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> {});
        assertThat(recorded).isEmpty();
    }

    private TransactionTemplate transaction(int propagation) {
        TransactionTemplate template = new TransactionTemplate(manager);
        template.setPropagationBehavior(propagation);
        return template;
    }
}
