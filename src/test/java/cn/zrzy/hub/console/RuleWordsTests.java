package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule by which a row can be quarantined has a general sentence for its group. */
class RuleWordsTests {

    private static final Pattern CODE = Pattern.compile("\"(E-[A-Z-]+[A-Z])\"");

    /** Of the whole feed, of the original, of an act; never of one row. */
    private static final Pattern OTHER =
            Pattern.compile("E-(FEED|BODY|XLSX-BOMB|XLSX-KIND|REASON|QUARANTINE|SECRET|DRAW)(-.*)?");

    @Test
    void everyRuleOfASourceHasItsSentence() throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages/messages.properties"))) {
            words.load(reader);
        }
        Set<String> mute = new TreeSet<>();
        for (String room : new String[] {"source", "intake"}) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/cn/zrzy/hub", room))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    CODE.matcher(Files.readString(file))
                            .results()
                            .map(code -> code.group(1))
                            .filter(code -> !OTHER.matcher(code).matches() && !words.containsKey("rule." + code))
                            .forEach(mute::add);
                }
            }
        }
        assertThat(mute).isEmpty();
    }
}
