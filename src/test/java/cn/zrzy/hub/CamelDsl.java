package cn.zrzy.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Camel's own schema of its YAML. */
final class CamelDsl {

    private static final JsonSchema DSL = schema();

    private CamelDsl() {}

    static List<String> faults(Object document) {
        return DSL.validate(new ObjectMapper().valueToTree(document)).stream()
                .map(String::valueOf)
                .toList();
    }

    private static JsonSchema schema() {
        try (InputStream in = CamelDsl.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
