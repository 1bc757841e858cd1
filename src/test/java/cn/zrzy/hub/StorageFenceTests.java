package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.LeaseLost;
import cn.zrzy.hub.delivery.PutAside;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.ShiftLost;
import cn.zrzy.hub.kernel.TryLater;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.ResultSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The trade upstairs, SQL below (decision 0043): {@code ..jdbc} locks, loads, saves, and refuses nothing. Who still does is
 * named here; a name may go and none may come.
 */
class StorageFenceTests {

    private static final List<Class<?>> REFUSALS =
            List.of(Rejected.class, TryLater.class, AnswerLost.class, ShiftLost.class, LeaseLost.class, PutAside.class);

    private static final Set<String> STILL_REFUSE = Set.of(
            "BodyFiles",
            "DistrustBook",
            "DrawLog",
            "EvidenceShelf",
            "JdbcDrawLedger",
            "JdbcIntakeStore",
            "JdbcQuarantine",
            "JdbcRecusalRates");

    private static final Set<String> STILL_MAP_BY_HAND = Set.of(
            "ChangePages",
            "DistrustBook",
            "DutyCheck",
            "EvidenceShelf",
            "FrozenRows",
            "JdbcAccounts",
            "JdbcAttempts",
            "JdbcAuditRows",
            "JdbcCatalog",
            "JdbcCorrections",
            "JdbcDeadlineRows",
            "JdbcDispatchDesk",
            "JdbcDrawCalls",
            "JdbcDrawResults",
            "JdbcFindings",
            "JdbcInspectors",
            "JdbcIntakeStore",
            "JdbcPlans",
            "JdbcPlatformChecks",
            "JdbcQuarantine",
            "JdbcRecusalRates",
            "JdbcSchemes",
            "JdbcSubjects",
            "JdbcTasks",
            "JdbcUndrawables",
            "JdbcVerdicts",
            "LedgerCheck",
            "OpenCounts",
            "ResultRows",
            "SeedRows",
            "StagingTables",
            "SubjectRows");

    private static JavaClasses storage;

    @BeforeAll
    static void read() {
        storage = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("cn.zrzy.hub");
    }

    @Test
    void storageRefusesNothing() {
        assertThat(refusing(storage)).isEqualTo(new TreeSet<>(STILL_REFUSE));
    }

    @Test
    void storageMapsNoRowByHand() {
        assertThat(mapping(storage)).isEqualTo(new TreeSet<>(STILL_MAP_BY_HAND));
    }

    @Test
    void bothFencesBark() {
        JavaClasses trespassers = new ClassFileImporter().importPackages("cn.zrzy.hub.delivery.trespass.jdbc");
        assertThat(refusing(trespassers)).containsExactly("RefusingStorage");
        assertThat(mapping(trespassers)).containsExactly("RefusingStorage");
    }

    private static Set<String> refusing(JavaClasses classes) {
        return inStorage(classes)
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(to -> REFUSALS.stream()
                                .anyMatch(refusal -> to.getTargetClass().isEquivalentTo(refusal))))
                .map(StorageFenceTests::file)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> mapping(JavaClasses classes) {
        return inStorage(classes)
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(ResultSet.class)
                                && call.getName().startsWith("get")))
                .map(StorageFenceTests::file)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JavaClass> inStorage(JavaClasses classes) {
        return classes.stream().filter(type -> type.getPackageName().endsWith(".jdbc"));
    }

    private static String file(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replaceAll("\\$.*", "");
    }
}
