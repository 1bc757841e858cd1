package cn.zrzy.hub.plumbing.api;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The documents of the API as JSON Schema (报文结构, OpenAPI 3.1), read as Jackson writes them from the types that the verbs name
 * as {@code type} and {@code outType}. What may be missing or null is marked {@link Nullable} where it is declared.
 */
class ApiSchemas {

    private final ObjectMapper mapper;
    private final Function<String, Class<?>> classes;
    private final ApiWords words;
    private final Map<String, Object> all = new TreeMap<>();

    ApiSchemas(ObjectMapper mapper, Function<String, Class<?>> classes, ApiWords words) {
        this.mapper = mapper;
        this.classes = classes;
        this.words = words;
    }

    /** Of every document that was met, by name. */
    Map<String, Object> all() {
        return all;
    }

    /** @param type class name, with {@code []} for a list; null for a verb that says none */
    Map<String, Object> media(String type) {
        if (type == null) {
            return Map.of();
        }
        boolean list = type.endsWith("[]");
        Map<String, Object> one =
                schema(mapper.constructType(classes.apply(list ? type.substring(0, type.length() - 2) : type)));
        return Map.of("schema", list ? Map.of("type", "array", "items", one) : one);
    }

    private Map<String, Object> schema(JavaType type) {
        if (type.isCollectionLikeType() || type.isArrayType() && type.getRawClass() != byte[].class) {
            return Map.of("type", "array", "items", schema(type.getContentType()));
        }
        if (type.isMapLikeType()) {
            return Map.of("type", "object", "additionalProperties", schema(type.getContentType()));
        }
        if (type.isEnumType()) {
            List<String> names = Arrays.stream(type.getRawClass().getEnumConstants())
                    .map(one -> ((Enum<?>) one).name())
                    .toList();
            return Map.of("type", "string", "enum", names);
        }
        return type.getRawClass().getName().startsWith("cn.zrzy.") ? document(type) : plain(type.getRawClass());
    }

    private static Map<String, Object> plain(Class<?> known) {
        if (known == OffsetDateTime.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (known == boolean.class || known == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (known == int.class || known == long.class || known == Integer.class || known == Long.class) {
            return Map.of("type", "integer");
        }
        if (known == double.class || known == Double.class || known == BigDecimal.class) {
            return Map.of("type", "number");
        }
        boolean text = CharSequence.class.isAssignableFrom(known)
                || Temporal.class.isAssignableFrom(known)
                || known == byte[].class
                || known == Character.class;
        return text ? Map.of("type", "string") : Map.of();
    }

    private Map<String, Object> document(JavaType type) {
        BeanDescription known = mapper.getSerializationConfig().introspect(type);
        if (known.findJsonValueAccessor() != null) {
            return schema(known.findJsonValueAccessor().getType());
        }
        String name = name(type.getRawClass());
        if (!all.containsKey(name)) {
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            all.put(name, Map.of("type", "object", "properties", properties, "required", required));
            for (BeanPropertyDefinition part : known.findProperties()) {
                if (part.couldSerialize()) {
                    properties.put(part.getName(), part(name, part));
                    if (!isNullable(part.getAccessor())
                            && !part.getRawPrimaryType().isPrimitive()) { // these have a value of their own
                        required.add(part.getName());
                    }
                }
            }
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private Map<String, Object> part(String document, BeanPropertyDefinition part) {
        Map<String, Object> schema = schema(part.getPrimaryType());
        Map<String, Object> said = new LinkedHashMap<>();
        words.find(document, part.getName()).ifPresent(word -> said.put("description", word));
        said.putAll(isNullable(part.getAccessor()) ? Map.of("anyOf", List.of(schema, Map.of("type", "null"))) : schema);
        return said;
    }

    private static boolean isNullable(AnnotatedMember accessor) {
        return accessor != null
                && accessor.getMember() instanceof Method method
                && method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
    }
}
