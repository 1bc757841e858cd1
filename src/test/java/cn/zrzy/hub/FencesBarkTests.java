package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.ArchitectureTests.HouseRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each fence is broken once on purpose, to see it bark: a fence that never barks may be asleep. */
class FencesBarkTests {

    /** Classes that break every rule, in packages named like the rooms; see the folder {@code trespass}. */
    private static final JavaClasses TRESPASSERS = new ClassFileImporter()
            .importPackages(
                    "cn.zrzy.hub.plan.trespass",
                    "cn.zrzy.hub.draw.trespass",
                    "cn.zrzy.hub.draw.canon.trespass",
                    "cn.zrzy.hub.source.trespassa",
                    "cn.zrzy.hub.source.trespassb",
                    "cn.zrzy.hub.partner.trespassa",
                    "cn.zrzy.hub.partner.trespassb",
                    "cn.zrzy.verify.trespass");

    @TestFactory
    Stream<DynamicTest> everyHouseRuleBarks() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThatThrownBy(() -> rule.getValue().check(TRESPASSERS))
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining("trespass")));
    }

    @Test
    void aVerifierThatLeansOnTheHubBarks() {
        assertThatThrownBy(() -> ArchitectureTests.VERIFIERS_STAND_ALONE.check(TRESPASSERS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Leaner");
    }

    @Test
    void anArrowOutsideThePlanBarks() {
        assertThatThrownBy(() -> ArchitectureTests.arrows("plan").check(TRESPASSERS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("delivery");
    }

    @Test
    void anArrowUpstairsBarks() {
        assertThat(ArchitectureTests.climbing(Map.of(
                        "draw", List.of("kernel", "plan"), "site", List.of("console"), "embedded", List.of("kernel"))))
                .containsExactlyInAnyOrder("draw → plan", "site → console");
    }

    @Test
    void anArrowThatNobodyUsesBarks() {
        assertThat(ArchitectureTests.unused(Map.of("plan", List.of("delivery", "catalog")), TRESPASSERS))
                .containsExactly("plan → catalog");
    }

    @Test
    void aHouseThatOutgrowsItsSizeBarks(@TempDir Path house) throws IOException {
        Path room = Files.createDirectories(house.resolve("plan"));
        for (int i = 0; i < SizeFenceTests.FILES_A_PACKAGE; i++) {
            Files.writeString(room.resolve("A" + i + ".java"), "x\n".repeat(SizeFenceTests.LINES_A_FILE));
        }
        assertThat(SizeFenceTests.crowded(house)).isEmpty();
        assertThat(SizeFenceTests.tooLong(house)).isEmpty();
        Files.writeString(room.resolve("B.java"), "x\n".repeat(SizeFenceTests.LINES_A_FILE + 1));
        assertThat(SizeFenceTests.crowded(house)).containsExactly("plan");
        assertThat(SizeFenceTests.tooLong(house)).containsExactly("plan/B.java");
    }

    @Test
    void anErrorCodeThatNoTestNamesBarks(@TempDir Path house) throws IOException {
        Path hub = Files.createDirectories(house.resolve("hub"));
        Path tests = Files.createDirectories(house.resolve("tests"));
        String codes = "new Rejected(\"E-" + "ROOM-WHAT\", \"\"); new Rejected(\"E-" + "ROOM\", \"\");";
        Files.writeString(hub.resolve("Book.java"), codes);
        Files.writeString(tests.resolve("BookTests.java"), "isEqualTo(\"E-" + "ROOM-WHAT\")");
        assertThat(ErrorCodeFenceTests.unnamed(hub, tests)).containsExactly("E-" + "ROOM");
    }
}
