package cn.zrzy.hub.partner;

import cn.zrzy.hub.kernel.Beijing;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes documents whose bytes depend on their content alone (报文), and reads strangers' JSON with suspicion. It has a
 * mapper of its own: a setting made for the console must not change the bytes that a partner has signed for.
 */
public final class Documents {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, false)
            .configure(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST, false)
            .configure(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8.mappedFeature(), true)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(32).build());
    }

    private Documents() {}

    /** UTF-8 JSON; fields in the order of the record, absent ones left out. */
    public static byte[] json(Object document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("报文无法生成：" + document.getClass().getSimpleName(), e);
        }
    }

    /**
     * One JSON object and nothing else; empty for everything else: HTML, half an answer, depth bombs. A byte order mark
     * before it says nothing and is passed over (RFC 8259 §8.1).
     */
    public static Optional<JsonNode> object(String text) {
        try {
            JsonNode node = MAPPER.readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
            return node != null && node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** A text field, stripped; empty when it is absent or no text. */
    public static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() ? value.textValue().strip() : "";
    }

    /** The echo of a digest; hexadecimal digits mean the same in upper case. */
    public static String digest(JsonNode object, String field) {
        String digest = text(object, field);
        return digest.matches("[0-9A-Fa-f]{64}") ? digest.toLowerCase(Locale.ROOT) : digest;
    }

    /** {@code 2026-11-23T09:00:00+08:00}, whatever offset the database gave. */
    public static String time(OffsetDateTime time) {
        return TIME.format(time.atZoneSameInstant(Beijing.ZONE));
    }

    public static String date(OffsetDateTime time) {
        return time.atZoneSameInstant(Beijing.ZONE).toLocalDate().toString();
    }

    /** Length of the UTF-8 form. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
