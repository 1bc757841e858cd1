package cn.zrzy.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** A file that fills in a template of routes/template, written out as the route that Camel makes of it: rules hold for that. */
final class TemplateInstance {

    private TemplateInstance() {}

    /** @return the text itself when it fills in no template */
    static String writtenOut(Path root, String text) throws IOException {
        List<Map<String, Object>> items = new Yaml().load(text);
        Map<String, Object> instance = YamlTree.at(items.get(0), "templatedRoute");
        if (instance.isEmpty()) {
            return text;
        }
        String template =
                Files.readString(root.resolve("template/" + instance.get("routeTemplateRef") + ".camel.yaml"));
        for (Map<String, Object> parameter : parameters(instance)) {
            template = template.replace("{{" + parameter.get("name") + "}}", String.valueOf(parameter.get("value")));
        }
        List<Map<String, Object>> filled = new Yaml().load(template);
        Map<String, Object> route = YamlTree.at(filled.get(0), "routeTemplate", "route");
        route.put("id", instance.get("routeId"));
        return new Yaml().dump(List.of(Map.of("route", route)));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parameters(Map<String, Object> instance) {
        return (List<Map<String, Object>>) instance.getOrDefault("parameters", List.of());
    }
}
