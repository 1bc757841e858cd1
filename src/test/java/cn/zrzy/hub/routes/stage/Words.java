package cn.zrzy.hub.routes.stage;

import java.beans.Introspector;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/** How a journal writes down a value: texts and numbers as they are, everything else by its kind. */
final class Words {

    private Words() {}

    static String of(Object... values) {
        return Arrays.stream(values).map(Words::of).collect(Collectors.joining(", "));
    }

    static String of(Object value) {
        if (value == null || value instanceof CharSequence || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (value instanceof InputStream in) {
            return read(in);
        }
        if (value instanceof File file) {
            return file.getName();
        }
        if (value instanceof Exchange) {
            return "exchange";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Words::of).toList().toString();
        }
        return value instanceof Throwable thrown ? kind(root(thrown)) : Introspector.decapitalize(kind(value));
    }

    private static String read(InputStream in) {
        try {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (in instanceof StreamCache again) {
                again.reset();
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Throwable root(Throwable thrown) {
        return thrown.getCause() == null ? thrown : root(thrown.getCause());
    }

    /** A stand-in of an interface is of a class that Mockito names after it. */
    private static String kind(Object value) {
        return value.getClass().getSimpleName().replaceFirst("\\$MockitoMock.*", "");
    }
}
