package cn.zrzy.hub.source.landuse;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.source.SourceRow;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * One page {@code {"code":0,"total":…,"rows":[…]}} read as a stream (JSON 页). A page is bounded, so its bytes are at hand and
 * each row keeps its own, exactly as they came.
 */
final class JsonPage {

    private static final int LARGEST = 16 * 1024 * 1024;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(64 * 1024)
                    .maxNumberLength(64)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION) // a parse error must not print personal data
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS) // these cost their row, not the feed: see JsonRow
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private final String source;
    private final long before;
    private long rows;
    private long total = -1;
    private long code = -1;

    private JsonPage(String source, long before) {
        this.source = source;
        this.before = before;
    }

    /**
     * @param before rows of earlier pages
     * @throws TryLater when the answer is not the agreed JSON: cut off, a login page, an error code; reading again is harmless
     */
    static JsonPage read(InputStream in, String source, long before, Consumer<SourceRow> taker) {
        JsonPage page = new JsonPage(source, before);
        byte[] bytes = bytes(in, source);
        try (JsonParser parser = JSON.createParser(JsonRow.parseable(bytes))) {
            page.envelope(parser, bytes, taker);
        } catch (IOException e) {
            throw new TryLater(source + " 的应答不是完整的约定 JSON，将重新读取");
        }
        if (page.code != 0 || page.total < 0) {
            throw new TryLater(source + " 的应答没有给出成功代码与总数，将重新读取");
        }
        return page;
    }

    long rows() {
        return rows;
    }

    long total() {
        return total;
    }

    private static byte[] bytes(InputStream in, String source) {
        try {
            byte[] buffer = in.readNBytes(LARGEST + 1);
            if (buffer.length > LARGEST) {
                throw new Rejected("E-BODY-SIZE", "这一页超过 16 MB，拒绝解析", Place.of(source));
            }
            return buffer;
        } catch (IOException e) {
            throw new TryLater(source + " 的应答没有读完，将重新读取");
        }
    }

    private void envelope(JsonParser parser, byte[] bytes, Consumer<SourceRow> taker) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("no object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "code" -> code = number(parser, value);
                case "total" -> total = number(parser, value);
                case "rows" -> rows(parser, value, bytes, taker);
                default -> parser.skipChildren();
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
            throw new IOException("more after the object, or less");
        }
    }

    private static long number(JsonParser parser, JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_NUMBER_INT) {
            throw new IOException("not an integer");
        }
        return parser.getLongValue();
    }

    private void rows(JsonParser parser, JsonToken value, byte[] bytes, Consumer<SourceRow> taker) throws IOException {
        if (value != JsonToken.START_ARRAY) {
            throw new IOException("rows is no array");
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw new IOException("a row is no object");
            }
            int start = (int) parser.currentTokenLocation().getByteOffset();
            JsonRow row = JsonRow.read(parser, bytes);
            int end = (int) parser.currentLocation().getByteOffset();
            rows++;
            taker.accept(new SourceRow(
                    source,
                    rows,
                    before + rows,
                    row.values(),
                    row.columns(),
                    Arrays.copyOfRange(bytes, start, end),
                    row.broken()));
        }
    }
}
