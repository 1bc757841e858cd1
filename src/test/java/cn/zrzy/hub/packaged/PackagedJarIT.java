package cn.zrzy.hub.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The jar that leaves the house (成品包), looked into after it was packaged. */
class PackagedJarIT {

    private static final String JAR = "target/double-random-hub.jar";
    private static final String LIB = "BOOT-INF/lib/";

    @Test
    void itsBillOfMaterialsNamesEveryJarInItAndNothingElse() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            Set<String> inside = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(LIB) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIB.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> named = new TreeSet<>();
            String place = jar.getManifest().getMainAttributes().getValue("Sbom-Location");
            try (InputStream sbom = jar.getInputStream(jar.getEntry(place))) {
                JsonNode components = new ObjectMapper().readTree(sbom).path("components");
                components.forEach(component -> named.add(component.path("name").asText() + "-"
                        + component.path("version").asText() + ".jar"));
            }
            assertThat(named).isEqualTo(inside);
        }
    }

    @Test
    void nothingOfTheSandboxAndNoTestIsInIt() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .noneMatch(
                            name -> name.contains("/sandbox/") || name.contains("/bench/") || name.contains("Tests"));
        }
    }
}
