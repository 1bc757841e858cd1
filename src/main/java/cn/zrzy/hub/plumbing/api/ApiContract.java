package cn.zrzy.hub.plumbing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.model.rest.VerbDefinition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/**
 * The API's contract (接口说明, OpenAPI 3.1), written from the REST verbs that really run, so that it cannot differ from
 * them. Camel's own writer, camel-openapi-java, is not served at this version.
 */
@Component("apiContract")
class ApiContract {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private final CamelContext camel;
    private final ObjectMapper mapper;
    private final ApiWords words = new ApiWords();
    private final String server;
    private final String version;

    ApiContract(
            CamelContext camel,
            ObjectMapper mapper,
            @Value("${site.public-url:}") String server,
            org.springframework.beans.factory.ObjectProvider<BuildProperties> build) {
        this.camel = camel;
        this.mapper = mapper;
        this.server = server;
        BuildProperties built = build.getIfAvailable();
        this.version = built == null ? "0" : built.getVersion();
    }

    String json() throws JsonProcessingException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of("title", "双随机集成枢纽 API", "version", version, "description", "计划、方案、抽取、结果与夜间值班接口；错误应答见 RFC 9457"));
        document.put("servers", List.of(Map.of("url", server.isBlank() ? "/" : server)));
        ApiSchemas schemas = new ApiSchemas(mapper, camel.getClassResolver()::resolveClass, words);
        document.put("paths", paths(schemas));
        document.put(
                "components",
                Map.of(
                        "securitySchemes",
                        Map.of("token", Map.of("type", "http", "scheme", "bearer")),
                        "schemas",
                        schemas.all()));
        document.put("security", List.of(Map.of("token", List.of())));
        return mapper.writeValueAsString(document);
    }

    private Map<String, Map<String, Object>> paths(ApiSchemas schemas) {
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        Model model = camel.getCamelContextExtension().getContextPlugin(Model.class);
        for (RestDefinition rest : model.getRestDefinitions()) {
            for (VerbDefinition verb : rest.getVerbs()) {
                String path = rest.getPath() + (verb.getPath() == null ? "" : verb.getPath());
                paths.computeIfAbsent(path, any -> new TreeMap<>())
                        .put(verb.asVerb(), operation(rest, verb, path, schemas));
            }
        }
        return paths;
    }

    private static Map<String, Object> operation(
            RestDefinition rest, VerbDefinition verb, String path, ApiSchemas schemas) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", verb.getId());
        operation.put("summary", verb.getDescriptionText());
        operation.put("tags", List.of(rest.getDescriptionText()));
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (Matcher name = PARAMETER.matcher(path); name.find(); ) {
            parameters.add(
                    Map.of("name", name.group(1), "in", "path", "required", true, "schema", Map.of("type", "string")));
        }
        operation.put("parameters", parameters);
        if (verb.getType() != null) {
            operation.put("requestBody", Map.of("content", Map.of(rest.getConsumes(), schemas.media(verb.getType()))));
        }
        String produces = verb.getProduces() == null ? rest.getProduces() : verb.getProduces();
        operation.put(
                "responses",
                Map.of(
                        "200",
                                Map.of(
                                        "description",
                                        "成功",
                                        "content",
                                        Map.of(produces, schemas.media(verb.getOutType()))),
                        "default",
                                Map.of(
                                        "description",
                                        "没有办成",
                                        "content",
                                        Map.of("application/problem+json", Map.of()))));
        return operation;
    }
}
