import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Brings the bill of materials down to what the jar really holds (软件物料清单): Maven's list also names starters, which are
 * empty and are not packaged, and what only tests use. Run by Maven as {@code java src/build/PackagedSbom.java <sbom> <class path>}.
 */
class PackagedSbom {

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Set<String> packaged = new HashSet<>();
        for (String jar : args[1].split(File.pathSeparator)) {
            if (!isEmptyStarter(jar)) {
                packaged.add(Path.of(jar).getFileName().toString());
            }
        }
        ObjectMapper json = new ObjectMapper();
        ObjectNode bom = (ObjectNode) json.readTree(file.toFile());
        Set<String> kept = new HashSet<>();
        keep((ArrayNode) bom.get("components"), component -> {
            String jar = component.get("name").textValue() + "-"
                    + component.get("version").textValue();
            boolean in = packaged.remove(jar + ".jar") || packaged.remove(jar + classifier(component) + ".jar");
            return in && kept.add(component.get("bom-ref").textValue());
        });
        if (!packaged.isEmpty()) {
            throw new IllegalStateException("packaged but not in the bill of materials: " + packaged);
        }
        String hub = bom.at("/metadata/component/bom-ref").textValue();
        keep((ArrayNode) bom.get("dependencies"), dependency -> {
            if (dependency.has("dependsOn")) {
                keepRefs((ArrayNode) dependency.get("dependsOn"), kept);
            }
            String ref = dependency.get("ref").textValue();
            return ref.equals(hub) || kept.contains(ref);
        });
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), bom);
    }

    private static String classifier(ObjectNode component) {
        String purl = component.get("purl").textValue();
        int at = purl.indexOf("classifier=");
        return at < 0 ? "" : "-" + purl.substring(at + 11).split("&")[0];
    }

    private static boolean isEmptyStarter(String jar) throws IOException {
        try (JarFile file = new JarFile(jar)) {
            Manifest manifest = file.getManifest();
            return manifest != null
                    && "dependencies-starter"
                            .equals(manifest.getMainAttributes().getValue("Spring-Boot-Jar-Type"));
        }
    }

    private interface Test {
        boolean holds(ObjectNode node);
    }

    private static void keep(ArrayNode array, Test test) {
        List<ObjectNode> left = new ArrayList<>();
        array.forEach(node -> {
            if (test.holds((ObjectNode) node)) {
                left.add((ObjectNode) node);
            }
        });
        array.removeAll().addAll(left);
    }

    private static void keepRefs(ArrayNode refs, Set<String> kept) {
        List<String> left = new ArrayList<>();
        refs.forEach(ref -> {
            if (kept.contains(ref.textValue())) {
                left.add(ref.textValue());
            }
        });
        refs.removeAll();
        left.forEach(refs::add);
    }
}
