package cn.zrzy.hub.source;

import static org.mockito.Mockito.mock;

import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.intake.IntakeStore;
import cn.zrzy.hub.intake.Quarantine;
import cn.zrzy.hub.intake.QuarantinedRow;
import cn.zrzy.hub.intake.StoredBody;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.progress.RunProgress;
import cn.zrzy.hub.registry.RegistryBook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sources, intake and registry as the hub wires them, on a real PostgreSQL, without routes or partners: files from the
 * field ({@code src/test/resources/cases}) go in, the live list and the quarantine come out.
 */
public final class CaseHub implements AutoCloseable {

    public static final Path CASES = Path.of("src/test/resources/cases");

    private final TestDatabase database = TestDatabase.fresh();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public CaseHub() {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "case", Map.of("secret.person-salt", "s", "secret.landuse-token", "t", "hub.data", data())));
        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        context.registerBean(DataSource.class, database::dataSource);
        context.registerBean(JdbcClient.class, database::jdbc);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database.dataSource()));
        context.registerBean(TransactionTemplate.class, database::transaction);
        context.registerBean(
                PlatformTransactionManager.class, () -> database.transaction().getTransactionManager());
        context.registerBean(Clock.class, () -> Clock.system(ZoneId.of("Asia/Shanghai")));
        context.registerBean("runProgress", RunProgress.class, () -> mock(RunProgress.class)); // nobody watches
        context.scan("cn.zrzy.hub.registry", "cn.zrzy.hub.intake", "cn.zrzy.hub.source");
        context.refresh();
    }

    private static String data() {
        try {
            return Files.createTempDirectory(Path.of("target"), "cases").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** @param file under {@code src/test/resources/cases} */
    public static byte[] read(String file) {
        try {
            return Files.readAllBytes(CASES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public StoredBody keep(Shift shift, String source, byte[] content) {
        return bean(IntakeStore.class).keep(shift, source, new ByteArrayInputStream(content));
    }

    /** Compares and applies what was staged. */
    public Outcome finish(Shift shift) {
        bean(RegistryBook.class).compare(shift);
        return bean(RegistryBook.class).apply(shift);
    }

    public List<QuarantinedRow> quarantined(Shift shift) {
        return bean(Quarantine.class).ofRun(shift.runId(), 0, 100);
    }

    public long conservationFaults() {
        return database.jdbc()
                .sql("select count(*) from registry.i1_conservation")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
