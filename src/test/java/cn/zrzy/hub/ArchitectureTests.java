package cn.zrzy.hub;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.registry.RegisteredParty;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.core.ApplicationModules;

/** The fences of the house (design.md §3): who may look at whom. Each is shown to bark in {@link FencesBarkTests}. */
class ArchitectureTests {

    private static final String HUB = "cn.zrzy.hub..";

    /** Each room and the rooms it may look at, beside itself; a floor never looks up, books never look at each other. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("kernel", List.of()),
            Map.entry("embedded", List.of("kernel")),
            Map.entry("catalog", List.of("kernel")),
            Map.entry("registry", List.of("kernel")),
            Map.entry("draw", List.of("kernel")),
            Map.entry("intake", List.of("kernel")),
            Map.entry("delivery", List.of("kernel")),
            Map.entry("duty", List.of("kernel")),
            Map.entry("audit", List.of("kernel")),
            Map.entry("plan", List.of("kernel", "catalog", "registry", "draw")),
            Map.entry("inspection", List.of("kernel", "draw", "registry", "duty")),
            Map.entry("source", List.of("kernel", "registry", "intake", "draw")),
            Map.entry("plumbing", List.of("kernel", "embedded", "delivery", "duty", "audit")),
            Map.entry("partner", List.of("kernel", "delivery", "plan", "inspection", "registry", "catalog")),
            Map.entry("site", List.of("kernel", "catalog", "plan", "draw", "inspection")),
            Map.entry(
                    "console",
                    List.of(
                            "kernel",
                            "catalog",
                            "registry",
                            "draw",
                            "intake",
                            "delivery",
                            "duty",
                            "audit",
                            "plan",
                            "inspection",
                            "plumbing")));

    private static JavaClasses hub;
    private static JavaClasses verifiers;
    private static JavaClasses sandbox;

    @BeforeAll
    static void readClasses() {
        hub = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("cn.zrzy.hub");
        verifiers = new ClassFileImporter().importPath(Path.of("target/verify"));
        sandbox = new ClassFileImporter().importPackages("cn.zrzy.sandbox");
    }

    @Test
    void modulesKeepTheirInsidesToThemselves() {
        ApplicationModules.of(HubApplication.class).verify();
    }

    @Test
    void everyRoomIsOnThePlan() {
        List<String> rooms = hub.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith("cn.zrzy.hub."))
                .map(name -> name.split("\\.")[3])
                .distinct()
                .toList();
        assertThat(ARROWS.keySet()).containsAll(rooms);
    }

    @TestFactory
    Stream<DynamicTest> roomsLookOnlyWhereTheyMay() {
        return ARROWS.keySet().stream()
                .sorted()
                .map(room -> DynamicTest.dynamicTest(
                        room, () -> arrows(room).allowEmptyShould(true).check(hub)));
    }

    @TestFactory
    Stream<DynamicTest> rules() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> rule.getValue().allowEmptyShould(true).check(hub)));
    }

    /** They are compiled apart, so this could only break together with the build; it says what the build is for. */
    @Test
    void hubAndVerifiersNeverMeet() {
        assertThat(verifiers).hasSizeGreaterThan(40);
        VERIFIERS_STAND_ALONE.check(verifiers);
        HouseRules.all().get("the hub never looks at the verifiers").check(hub);
    }

    @Test
    void hubAndSandboxNeverMeet() {
        noClasses()
                .that()
                .resideInAPackage(HUB)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("cn.zrzy.sandbox..")
                .check(hub);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(HUB, "cn.zrzy.verify..")
                .check(sandbox);
    }

    @Test
    void onlyTheRegistryPutsANameBesideACode() {
        noClasses()
                .that(not(resideInAPackage("cn.zrzy.hub.registry..")))
                .should()
                .callConstructor(
                        RegisteredParty.class, String.class, String.class, String.class, String.class, LocalDate.class)
                .check(hub);
    }

    static final ArchRule VERIFIERS_STAND_ALONE = classes()
            .that()
            .resideInAPackage("cn.zrzy.verify..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("cn.zrzy.verify..", "java..");

    static ArchRule arrows(String room) {
        String[] others = ARROWS.keySet().stream()
                .filter(other -> !other.equals(room) && !ARROWS.get(room).contains(other))
                .map(other -> "cn.zrzy.hub." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("cn.zrzy.hub." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .as(room + " may look at " + ARROWS.get(room) + " only");
    }

    /** Rules that hold for the whole house, by name. */
    static final class HouseRules {

        static Map<String, ArchRule> all() {
            return Map.of(
                    "Camel and JMS live in plumbing",
                    noClasses()
                            .that(not(resideInAPackage("cn.zrzy.hub.plumbing..")))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("org.apache.camel..", "jakarta.jms..", "org.springframework.jms.."),
                    "SQL lives in ..jdbc",
                    noClasses()
                            .that(not(resideInAPackage("cn.zrzy.hub..jdbc..")))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "org.postgresql.."),
                    "the draw is pure",
                    noClasses()
                            .that(resideInAPackage("cn.zrzy.hub.draw..")
                                    .and(not(resideInAPackage("cn.zrzy.hub.draw.jdbc.."))))
                            .should()
                            .dependOnClassesThat()
                            .haveNameMatching(
                                    "org\\.springframework\\.(?!modulith|lang).*"
                                            + "|java\\.util\\.Random|java\\.security\\.SecureRandom|java\\.time\\.Clock|java\\.lang\\.Math\\$Random.*"),
                    "the draw has no clock",
                    noClasses()
                            .that()
                            .resideInAPackage("cn.zrzy.hub.draw..")
                            .should()
                            .callMethod(java.time.Instant.class, "now")
                            .orShould()
                            .callMethod(System.class, "currentTimeMillis")
                            .orShould()
                            .callMethod(java.time.OffsetDateTime.class, "now")
                            .orShould()
                            .callMethod(Math.class, "random"),
                    "source systems never meet",
                    slices().matching("cn.zrzy.hub.source.(*)..").should().notDependOnEachOther(),
                    "partner agencies never meet",
                    slices().matching("cn.zrzy.hub.partner.(*)..")
                            .should()
                            .notDependOnEachOther()
                            .ignoreDependency(
                                    resideInAPackage("cn.zrzy.hub.partner.."),
                                    resideInAPackage("cn.zrzy.hub.partner.signing..")),
                    "no drawer for odds and ends",
                    classes()
                            .should()
                            .haveSimpleNameNotEndingWith("Utils")
                            .andShould()
                            .haveSimpleNameNotEndingWith("Helper")
                            .andShould()
                            .haveSimpleNameNotEndingWith("Manager")
                            .andShould()
                            .haveSimpleNameNotEndingWith("Impl")
                            .andShould()
                            .haveSimpleNameNotEndingWith("Constants")
                            .andShould()
                            .haveSimpleNameNotEndingWith("Base"),
                    "constructor injection only",
                    fields().should()
                            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                            .andShould()
                            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                            .andShould()
                            .notBeAnnotatedWith("jakarta.annotation.Resource"),
                    "nobody sleeps",
                    noClasses().should().callMethod(Thread.class, "sleep", long.class),
                    "the hub never looks at the verifiers",
                    noClasses()
                            .that()
                            .resideInAPackage(HUB)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("cn.zrzy.verify.."));
        }

        private HouseRules() {}
    }
}
