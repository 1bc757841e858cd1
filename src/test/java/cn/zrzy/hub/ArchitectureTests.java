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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The fences of the house (design.md §3): who may look at whom. Each is shown to bark in {@link FencesBarkTests}. */
class ArchitectureTests {

    private static final String HUB = "cn.zrzy.hub..";

    /** Each room and the rooms it may look at, beside itself, as its package-info says. */
    private static final Map<String, List<String>> ARROWS = arrows();

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
    void everyRoomSaysWhereItLooks() {
        assertThat(ARROWS.keySet()).containsExactlyInAnyOrderElementsOf(rooms());
    }

    /** An arrow that nobody uses is an invitation. */
    @Test
    void everyAllowedArrowIsUsed() {
        assertThat(unused(ARROWS, hub)).isEmpty();
    }

    /** A floor never looks up, and rooms of one floor never meet. */
    @Test
    void everyArrowLeadsDownstairs() {
        assertThat(climbing(ARROWS)).isEmpty();
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
        assertThat(verifiers.stream()).hasSizeGreaterThan(40);
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

    private static final List<Set<String>> FLOORS = List.of(
            Set.of("kernel"),
            Set.of("embedded"),
            Set.of("catalog", "registry", "draw", "intake", "delivery", "duty", "audit", "alert"),
            Set.of("plan"),
            Set.of("act", "ceremony", "inspection", "source", "plumbing"),
            Set.of("partner", "site", "console"));

    static List<String> climbing(Map<String, List<String>> arrows) {
        return arrows.entrySet().stream()
                .flatMap(room -> room.getValue().stream()
                        .filter(other -> floor(other) >= floor(room.getKey()))
                        .map(other -> room.getKey() + " → " + other))
                .toList();
    }

    private static int floor(String room) {
        return FLOORS.indexOf(FLOORS.stream()
                .filter(floor -> floor.contains(room))
                .findFirst()
                .orElseThrow(() -> new AssertionError(room + " stands on no floor")));
    }

    static List<String> unused(Map<String, List<String>> arrows, JavaClasses classes) {
        Set<String> used = classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(arrow -> room(arrow.getOriginClass().getPackageName()) + " → "
                        + room(arrow.getTargetClass().getPackageName()))
                .collect(Collectors.toSet());
        return arrows.entrySet().stream()
                .flatMap(room -> room.getValue().stream().map(other -> room.getKey() + " → " + other))
                .filter(arrow -> !used.contains(arrow))
                .sorted()
                .toList();
    }

    private static String room(String name) {
        return name.startsWith("cn.zrzy.hub.") ? name.split("\\.")[3] : "";
    }

    private static Map<String, List<String>> arrows() {
        return rooms().stream().collect(Collectors.toMap(Function.identity(), room -> {
            try {
                ApplicationModule said = Class.forName("cn.zrzy.hub." + room + ".package-info")
                        .getPackage()
                        .getAnnotation(ApplicationModule.class);
                return Stream.of(said.allowedDependencies())
                        .map(arrow -> arrow.split(" :: ")[0])
                        .distinct()
                        .toList();
            } catch (ClassNotFoundException e) {
                throw new AssertionError(room + " has no package-info", e);
            }
        }));
    }

    private static List<String> rooms() {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/cn/zrzy/hub"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
            Map<String, ArchRule> all = new LinkedHashMap<>(Map.of(
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
                            .resideInAPackage("cn.zrzy.verify..")));
            all.put(
                    "the canon of the draw knows no draw",
                    noClasses()
                            .that()
                            .resideInAPackage("cn.zrzy.hub.draw.canon..")
                            .should()
                            .dependOnClassesThat(resideInAPackage("cn.zrzy.hub.draw..")
                                    .and(not(resideInAPackage("cn.zrzy.hub.draw.canon..")))));
            all.put(
                    "rooms inside a module look one way",
                    slices().matching("cn.zrzy.hub.(*).(**)").should().beFreeOfCycles());
            all.put(
                    "the rooms of the draw hang below its root",
                    noClasses()
                            .that(resideInAPackage("cn.zrzy.hub.draw.*..")
                                    .and(not(resideInAPackage("cn.zrzy.hub.draw.jdbc.."))))
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("cn.zrzy.hub.draw"));
            // A stream of rows holds its connection until somebody closes it; thirty looks at a page took all there
            // were.
            all.put(
                    "no row is streamed off an open connection",
                    noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream"));
            return all;
        }

        private HouseRules() {}
    }
}
