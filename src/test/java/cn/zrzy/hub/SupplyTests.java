package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the hub is built of (软件物料): every jar is named, licensed and in no known-bad range without a mitigation that is tested. */
class SupplyTests {

    private static final Path KNOWN_BAD = Path.of("docs/supply/known-bad.csv");
    private static final Path LICENCES = Path.of("docs/supply/licences.md");
    private static JsonNode components;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream sbom = SupplyTests.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            components = new ObjectMapper().readTree(sbom).path("components");
        }
    }

    /** Against the class path of the packaged hub; {@code PackagedJarIT} holds the list against the jar itself. */
    @Test
    void theBillOfMaterialsNamesEveryJarAndNothingElse() throws IOException {
        Set<String> jars = Stream.of(Files.readString(Path.of("target/hub.classpath"))
                        .strip()
                        .split(File.pathSeparator))
                .filter(jar -> !jar.contains("-starter"))
                .map(jar -> Path.of(jar).getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = new TreeSet<>();
        components.forEach(component -> {
            if (!component.path("name").asText().contains("-starter")) {
                named.add(component.path("name").asText() + "-"
                        + component.path("version").asText() + ".jar");
            }
        });
        assertThat(named).isEqualTo(jars);
    }

    @Test
    void noJarIsInAKnownBadRangeWithoutATestedMitigation() throws IOException {
        List<String> faults = new ArrayList<>();
        Map<String, String> versions = versions();
        for (Bad bad : knownBad()) {
            String version = versions.get(bad.artifact());
            if (version == null || !bad.range().containsVersion(new DefaultArtifactVersion(version))) {
                continue;
            }
            if (bad.mitigation().isEmpty() || !isTest(bad.test())) {
                faults.add(bad.artifact() + " " + version + ": " + bad.source() + " " + bad.what());
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theListWouldHaveBarkedAtTheBaseBefore() throws IOException {
        Map<String, String> before = Map.of(
                "org.apache.camel:camel-jms", "4.17.0",
                "org.springframework:spring-core", "6.2.19",
                "org.springframework.boot:spring-boot", "3.5.16",
                "org.apache.artemis:artemis-server", "2.55.0",
                "com.fasterxml.jackson.core:jackson-databind", "2.21.4");
        List<String> barked = knownBad().stream()
                .filter(bad -> before.containsKey(bad.artifact())
                        && bad.range().containsVersion(new DefaultArtifactVersion(before.get(bad.artifact()))))
                .map(Bad::artifact)
                .toList();
        assertThat(barked).containsExactlyInAnyOrderElementsOf(before.keySet());
    }

    @Test
    void aMitigationIsStatedOnlyWhereItIsNeeded() throws IOException {
        Map<String, String> versions = versions();
        for (Bad bad : knownBad()) {
            boolean in = versions.containsKey(bad.artifact())
                    && bad.range().containsVersion(new DefaultArtifactVersion(versions.get(bad.artifact())));
            assertThat(bad.mitigation().isEmpty())
                    .as(bad.artifact() + " " + bad.source())
                    .isEqualTo(!in);
        }
    }

    @Test
    void oneArtemisAndOneCamelAreOnTheClassPath() {
        for (String group : List.of("org.apache.artemis", "org.apache.camel", "org.apache.camel.springboot")) {
            Set<String> versions = new TreeSet<>();
            components.forEach(component -> {
                if (component.path("group").asText().equals(group)) {
                    versions.add(component.path("version").asText());
                }
            });
            assertThat(versions).as(group).hasSize(1);
        }
    }

    @Test
    void noComponentIsPackagedThatNoRouteUses() {
        List<String> unused = List.of(
                "camel-controlbus",
                "camel-dataset",
                "camel-mock",
                "camel-saga",
                "camel-seda",
                "camel-stub",
                "camel-validator",
                "camel-xpath",
                "camel-xslt",
                "jgroups",
                "commons-dbcp2",
                "tomcat-embed-websocket");
        assertThat(versions().keySet().stream().map(name -> name.replaceFirst(".*:", "")))
                .doesNotContainAnyElementsOf(unused);
    }

    @Test
    void theListOfLicencesIsUpToDate() throws IOException {
        Map<String, Set<String>> byLicence = new TreeMap<>();
        components.forEach(component -> byLicence
                .computeIfAbsent(licence(component), any -> new TreeSet<>())
                .add(component.path("group").asText() + ":"
                        + component.path("name").asText() + " "
                        + component.path("version").asText()));
        StringBuilder page = new StringBuilder("# Licences of what the hub ships\n\n"
                + "Made from the bill of materials (`/actuator/sbom/application`); `SupplyTests` keeps it true"
                + " (`-Dlicences.write=true` writes it).\n");
        byLicence.forEach((licence, jars) -> {
            page.append("\n## ").append(licence).append("\n");
            jars.forEach(jar -> page.append("- ").append(jar).append('\n'));
        });
        if (Boolean.getBoolean("licences.write")) {
            Files.writeString(LICENCES, page);
        }
        assertThat(byLicence).doesNotContainKey("");
        assertThat(Files.readString(LICENCES)).isEqualTo(page.toString());
    }

    private static String licence(JsonNode component) {
        List<String> names = new ArrayList<>();
        component.path("licenses").forEach(entry -> {
            JsonNode licence = entry.path("license");
            names.add(Stream.of(licence.path("id"), licence.path("name"), entry.path("expression"))
                    .map(JsonNode::asText)
                    .filter(name -> !name.isEmpty())
                    .findFirst()
                    .orElse(""));
        });
        return names.stream().distinct().sorted().collect(Collectors.joining(" or "));
    }

    private static Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        components.forEach(component -> versions.put(
                component.path("group").asText() + ":" + component.path("name").asText(),
                component.path("version").asText()));
        return versions;
    }

    private record Bad(
            String artifact, VersionRange range, String source, String what, String mitigation, String test) {}

    private static List<Bad> knownBad() throws IOException {
        List<Bad> all = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(KNOWN_BAD)) {
            for (NamedCsvRecord row : rows) {
                all.add(new Bad(
                        row.getField("artifact"),
                        VersionRange.createFromVersionSpec(row.getField("bad")),
                        row.getField("source"),
                        row.getField("what"),
                        row.getField("mitigation"),
                        row.getField("test")));
            }
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private static boolean isTest(String name) {
        return !name.isEmpty() && Files.exists(Path.of("src/test/java", name.replace('.', '/') + ".java"));
    }
}
