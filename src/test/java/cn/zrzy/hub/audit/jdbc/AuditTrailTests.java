package cn.zrzy.hub.audit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.audit.AuditEntry;
import cn.zrzy.hub.audit.AuditEvent;
import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.audit.ChainVerdict;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.kernel.Fact;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTrailTests {

    @TempDir
    Path data;

    private final TestDatabase database = TestDatabase.fresh();
    private AnnotationConfigApplicationContext context;
    private AuditTrail trail;
    private TransactionTemplate transaction;

    @EnableTransactionManagement
    static class Transactions {}

    @BeforeEach
    void start() {
        context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource("test", Map.of("hub.data", data.toString(), "audit.check.first", "P1D")));
        context.register(Transactions.class);
        context.registerBean(DataSource.class, database::dataSource);
        JdbcTransactionManager manager = new JdbcTransactionManager(database.dataSource());
        context.registerBean(PlatformTransactionManager.class, () -> manager);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(manager));
        context.registerBean(JdbcClient.class, database::jdbc);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.scan("cn.zrzy.hub.audit");
        context.refresh();
        trail = context.getBean(AuditTrail.class);
        transaction = context.getBean(TransactionTemplate.class);
    }

    @AfterEach
    void stop() {
        context.close();
        database.close();
    }

    @Test
    void chainsEveryRowToTheOneBefore() {
        record(3);

        List<AuditEntry> newestFirst = trail.search("", "", "", 10);
        assertThat(newestFirst).extracting(AuditEntry::seq).containsExactly(3L, 2L, 1L);
        assertThat(newestFirst.get(0).prevHash()).isEqualTo(newestFirst.get(1).hash());
        assertThat(trail.verify().intact()).isTrue();
    }

    @Test
    void refusesToChangeDeleteOrEmptyTheTrail() {
        record(1);
        for (String sql :
                List.of("update audit.entry set actor = 'x'", "delete from audit.entry", "truncate audit.entry")) {
            assertThatThrownBy(() -> database.jdbc().sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> database.asKeeper().sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("E-AUDIT-APPEND-ONLY");
        }
    }

    @Test
    void namesTheRowThatWasAltered() {
        record(5);
        tamper("update audit.entry set reason = '改写' where seq = 3");

        ChainVerdict verdict = trail.verify();
        assertThat(verdict.firstBroken()).isEqualTo(3);
        assertThat(verdict.why()).contains("第 3 条内容被改动");
        assertThat(trail.lastVerdict()).contains(verdict);
    }

    @Test
    void namesTheRowThatIsGone() {
        record(5);
        tamper("delete from audit.entry where seq = 2");
        assertThat(trail.verify().firstBroken()).isEqualTo(2);
    }

    @Test
    void noticesThatTheEndWasCutOff() {
        record(5);
        assertThat(trail.verify().intact()).isTrue();
        tamper("delete from audit.entry where seq >= 4");

        ChainVerdict verdict = trail.verify();
        assertThat(verdict.intact()).isFalse();
        assertThat(verdict.why()).contains("链尾被截断");
    }

    @Test
    void keepsOneChainWhenManyWriteAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<? extends Future<?>> writers = IntStream.range(0, 4)
                    .mapToObj(i -> pool.submit(() -> record(20)))
                    .toList();
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            pool.shutdown();
        }
        ChainVerdict verdict = trail.verify();
        assertThat(verdict.rows()).isEqualTo(80);
        assertThat(verdict.intact()).isTrue();
    }

    @Test
    void recordsFactsInTheTransactionThatMadeThemTrue() {
        transaction.executeWithoutResult(status -> context.publishEvent(new Happened("XC-2026-P01@1")));
        transaction.executeWithoutResult(status -> {
            context.publishEvent(new Happened("undone"));
            status.setRollbackOnly();
        });

        assertThat(trail.search("system", "test.happened", "", 10))
                .extracting(entry -> entry.event().objectKey())
                .containsExactly("XC-2026-P01@1");
    }

    private void record(int times) {
        for (int i = 0; i < times; i++) {
            trail.record(new AuditEvent(
                    "limin", "LEAD", "127.0.0.1", "registry.approve", "run-" + i, "来电核实", "已拦截", "已生效", "成功"));
        }
    }

    /** As somebody would who owns the database: with the triggers off. */
    private void tamper(String sql) {
        transaction.executeWithoutResult(status -> {
            JdbcClient jdbc = database.asSuperuser();
            jdbc.sql("alter table audit.entry disable trigger all").update();
            jdbc.sql(sql).update();
            jdbc.sql("alter table audit.entry enable trigger all").update();
        });
    }

    record Happened(String key) implements Fact {
        @Override
        public String event() {
            return "test.happened";
        }

        @Override
        public String orderKey() {
            return key;
        }

        @Override
        public String sentence() {
            return "试验事实";
        }
    }
}
