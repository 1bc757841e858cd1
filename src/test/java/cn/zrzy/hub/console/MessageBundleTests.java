package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageBundleTests {

    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void bothLanguagesHaveTheSameKeysAndTheSamePlaces() throws IOException {
        Properties zh = bundle("messages.properties");
        Properties en = bundle("messages_en.properties");
        assertThat(zh.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
        for (String key : zh.stringPropertyNames()) {
            assertThat(places(en.getProperty(key))).as(key).isEqualTo(places(zh.getProperty(key)));
        }
    }

    /** Of two lines with one key the later one is read, and whoever wrote the earlier one sees another's words. */
    @Test
    void noKeyStandsTwice() throws IOException {
        List<Path> bundles = List.of(
                RESOURCES.resolve("messages/messages.properties"),
                RESOURCES.resolve("messages/messages_en.properties"),
                Path.of("src/hubctl/resources/cn/zrzy/hubctl/words.properties"),
                Path.of("src/hubctl/resources/cn/zrzy/hubctl/words_en.properties"));
        for (Path bundle : bundles) {
            List<String> keys = Files.readAllLines(bundle).stream()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            assertThat(keys).as(bundle.toString()).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @Test
    void everyKeyInATemplateHasAWord() throws IOException {
        Properties zh = bundle("messages.properties");
        Pattern key = Pattern.compile("#\\{([a-z][a-z0-9.-]+)[(}]|#messages\\.msg\\('([a-z0-9.-]+)'");
        Set<String> missing = new HashSet<>();
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = key.matcher(Files.readString(file));
                while (matcher.find()) {
                    String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                    if (!zh.containsKey(name)) {
                        missing.add(file.getFileName() + ": " + name);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .sorted()
                .toList();
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                Files.newBufferedReader(RESOURCES.resolve("messages").resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }
}
