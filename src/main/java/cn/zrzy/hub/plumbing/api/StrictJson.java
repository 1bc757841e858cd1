package cn.zrzy.hub.plumbing.api;

import cn.zrzy.hub.kernel.PlainText;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Rules for every document, whatever it says (报文通则): one object, no name twice, nothing after it, no null in a list, no
 * text that cannot be shown or is longer than its field. Faults name their place as {@code items.[2].name}.
 */
final class StrictJson {

    private static final int DEEPEST = 20;
    /** Nobody fines or counts with more digits; an exponent of a million would be written out in full somewhere. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?");

    private final JsonFactory factory = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();
    private final ApiTexts texts;

    StrictJson(ApiTexts texts) {
        this.texts = texts;
    }

    void check(String text) throws IOException {
        try (JsonParser parser = factory.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new ApiRefusal(400, "E-API-EMPTY", "请求没有内容", "");
            }
            if (first != JsonToken.START_OBJECT) {
                throw new ApiRefusal(400, "E-API-OBJECT", "请求内容须是一个 JSON 对象（花括号）", "");
            }
            for (JsonToken token = first; !parser.getParsingContext().inRoot(); token = parser.nextToken()) {
                look(parser, token);
            }
            if (parser.nextToken() != null) {
                throw new ApiRefusal(400, "E-API-TRAILING", "JSON 对象之后还有别的内容", "");
            }
        }
    }

    private void look(JsonParser parser, JsonToken token) throws IOException {
        switch (token) {
            case FIELD_NAME -> requireShown(parser, parser.currentName());
            case VALUE_STRING -> {
                requireShown(parser, parser.getText());
                requireShort(parser, parser.getText());
            }
            case VALUE_NULL -> {
                if (parser.getParsingContext().inArray()) {
                    throw new ApiRefusal(400, "E-API-NULL", "列表里不能有空项（null）", place(parser));
                }
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                if (!NUMBER.matcher(parser.getText()).matches()) {
                    throw new ApiRefusal(400, "E-API-NUMBER", "数字过大或位数过多", place(parser));
                }
            }
            default -> {
                // brackets and truth values have nothing to be looked at
            }
        }
    }

    private static void requireShown(JsonParser parser, String text) {
        OptionalInt odd = PlainText.unseen(text);
        if (odd.isPresent()) {
            throw new ApiRefusal(400, "E-API-TEXT", "文字中有不能显示的字符 U+%04X，请去掉".formatted(odd.getAsInt()), place(parser));
        }
    }

    private void requireShort(JsonParser parser, String text) {
        int most = texts.most(field(parser));
        if (text.codePointCount(0, text.length()) > most) {
            throw new ApiRefusal(400, "E-API-LENGTH", "文字过长，本栏不超过 " + most + " 字", place(parser));
        }
    }

    /** The name under which it stands; for an item of a list the list's name. */
    private static String field(JsonParser parser) {
        var context = parser.getParsingContext();
        while (context.getCurrentName() == null && context.getParent() != null) {
            context = context.getParent();
        }
        return String.valueOf(context.getCurrentName());
    }

    private static String place(JsonParser parser) {
        StringBuilder place = new StringBuilder();
        JsonPointer here = parser.getParsingContext().pathAsPointer(false);
        for (JsonPointer step = here; !step.matches(); step = step.tail()) {
            place.append(place.isEmpty() ? "" : ".");
            place.append(
                    step.mayMatchElement() ? "[" + (step.getMatchingIndex() + 1) + "]" : step.getMatchingProperty());
        }
        return PlainText.cleaned(place.toString(), 100);
    }
}
