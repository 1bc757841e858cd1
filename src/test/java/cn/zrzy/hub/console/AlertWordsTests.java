package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Each row of the desk has a sentence that may leave the house, and it leaves out what others wrote. */
class AlertWordsTests {

    /** Places of a desk sentence that hold what a partner, a file or a person wrote. */
    private static final List<String> WRITTEN_BY_OTHERS = List.of(
            "problem.parked {1}",
            "problem.failed {1}",
            "problem.refused {1}",
            "problem.missed {1}",
            "problem.waiting {1}",
            "problem.held {1}",
            "problem.silent {1}",
            "problem.standstill {1}",
            "concern.chain {0}",
            "concern.breach {1}",
            "concern.breach {2}",
            "concern.distrust {2}",
            "concern.draw-dead {1}",
            "concern.strays {1}",
            "concern.route-paused {2}",
            "concern.route-paused {3}",
            "concern.paused {2}",
            "concern.paused {3}",
            "concern.keys-held {1}",
            "concern.alert-channel {1}");

    @Test
    void everyRowHasASentenceOfItsOwn() throws IOException {
        Properties words = bundle();
        assertThat(words.stringPropertyNames().stream()
                        .filter(key -> key.matches("(problem|concern)\\..*"))
                        .filter(key -> !words.containsKey("alert." + key)))
                .isEmpty();
    }

    @Test
    void noSentenceCarriesWhatOthersWrote() throws IOException {
        Properties words = bundle();
        for (String place : WRITTEN_BY_OTHERS) {
            String key = place.substring(0, place.indexOf(' '));
            assertThat(words.getProperty(key)).as(key).isNotNull();
            assertThat(words.getProperty("alert." + key)).as(place).doesNotContain(place.substring(place.indexOf('{')));
        }
    }

    private static Properties bundle() throws IOException {
        Properties words = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/messages/messages.properties"))) {
            words.load(file);
        }
        return words;
    }
}
