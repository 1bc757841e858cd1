package cn.zrzy.hub.plumbing.api;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** What each field of the API means, in Chinese (字段说明): {@code openapi/words.properties}, by field or by document and field. */
class ApiWords {

    private final Properties words = new Properties();

    ApiWords() {
        try (Reader text = new InputStreamReader(
                ApiWords.class.getResourceAsStream("/openapi/words.properties"), StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new IllegalStateException("openapi/words.properties cannot be read", e);
        }
    }

    Optional<String> find(String document, String field) {
        return Optional.ofNullable(words.getProperty(document + "." + field, words.getProperty(field)));
    }
}
