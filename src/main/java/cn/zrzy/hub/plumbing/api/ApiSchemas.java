package cn.zrzy.hub.plumbing.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The documents of the API as JSON Schema (报文结构, OpenAPI 3.1), read from the records that the verbs name as {@code type} and
 * {@code outType}; a verb without one has no schema.
 */
class ApiSchemas {

    private final Function<String, Class<?>> classes;
    private final Map<String, Object> all = new TreeMap<>();

    ApiSchemas(Function<String, Class<?>> classes) {
        this.classes = classes;
    }

    /** Of every record that was met. */
    Map<String, Object> all() {
        return all;
    }

    /** @param type class name, with {@code []} for a list; null for a verb that says none */
    Map<String, Object> media(String type) {
        if (type == null) {
            return Map.of();
        }
        boolean list = type.endsWith("[]");
        Map<String, Object> one = schema(classes.apply(list ? type.substring(0, type.length() - 2) : type));
        return Map.of("schema", list ? Map.of("type", "array", "items", one) : one);
    }

    private Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType generic
                && Collection.class.isAssignableFrom((Class<?>) generic.getRawType())) {
            return Map.of("type", "array", "items", schema(generic.getActualTypeArguments()[0]));
        }
        if (!(type instanceof Class<?> known)) {
            return Map.of("type", "object");
        }
        if (known.isRecord()) {
            return record(known);
        }
        if (known.isEnum()) {
            List<String> names =
                    Arrays.stream(known.getEnumConstants()).map(String::valueOf).toList();
            return Map.of("type", "string", "enum", names);
        }
        return plain(known);
    }

    private static Map<String, Object> plain(Class<?> known) {
        if (known == OffsetDateTime.class) {
            return Map.of("type", List.of("string", "null"), "format", "date-time");
        }
        if (known == boolean.class || known == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (known == int.class || known == long.class || known == Integer.class || known == Long.class) {
            return Map.of("type", "integer");
        }
        boolean text = CharSequence.class.isAssignableFrom(known) || Temporal.class.isAssignableFrom(known);
        return Map.of("type", text ? "string" : "object");
    }

    private Map<String, Object> record(Class<?> known) {
        String name =
                known.getName().substring(known.getPackageName().length() + 1).replace('$', '.');
        Map<String, Object> reference = Map.of("$ref", "#/components/schemas/" + name);
        if (!all.containsKey(name)) {
            Map<String, Object> properties = new LinkedHashMap<>();
            all.put(name, Map.of("type", "object", "properties", properties));
            for (RecordComponent part : known.getRecordComponents()) {
                properties.put(part.getName(), schema(part.getGenericType()));
            }
        }
        return reference;
    }
}
