package cn.zrzy.hub.draw;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.draw.canon.Repertoire;
import cn.zrzy.hub.draw.canon.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The hub freezes no character that docs/draw/bundle-format.md does not allow, and refuses none that it does. */
class RepertoireTests {

    @Test
    void theHubReadsTheFormatAsItStands() throws IOException {
        String line = Files.readAllLines(Path.of("docs/draw/bundle-format.md")).stream()
                .filter(l -> l.startsWith("- **Characters**"))
                .findFirst()
                .orElseThrow();
        BitSet format = new BitSet();
        Matcher range = Pattern.compile("U\\+([0-9A-F]{4,5})–([0-9A-F]{4,5})").matcher(line);
        while (range.find()) {
            format.set(Integer.parseInt(range.group(1), 16), Integer.parseInt(range.group(2), 16) + 1);
        }
        assertThat(IntStream.range(0, 0x110000)
                        .filter(c -> (Repertoire.stranger(Character.toString(c)) < 0) != format.get(c)))
                .isEmpty();
        assertThat(Words.textFault("重点q\u0301\u1dfa")).contains("U+1DFA");
        assertThat(Words.textFault("𠀀𰀀")).isEmpty();
    }
}
