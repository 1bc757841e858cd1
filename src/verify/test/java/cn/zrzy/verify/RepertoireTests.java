package cn.zrzy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The characters of docs/draw/bundle-format.md are those of all three verifiers, and newer Unicode changes none of them. */
class RepertoireTests {

    private static final BitSet FORMAT = ofTheFormat();

    @Test
    void allThreeReadTheFormatAlike() {
        String java = digest(c -> Repertoire.holds(Character.toString(c)));
        assertThat(java).isEqualTo(digest(c -> c < 0x80 || FORMAT.get(c)));
        String python = "v.sha256(bytes(0 if 0xd800 <= c < 0xe000 or v._STRANGER.search(chr(c)) else 1"
                + " for c in range(0x110000))).hex()";
        assertThat(Trio.get().evalPython(python)).isEqualTo(java);
        assertThat(
                        Trio.get()
                                .evalJs(
                                        "hex(sha256(Uint8Array.from({ length: 0x110000 },"
                                                + " (_, c) => c >= 0xd800 && c < 0xe000 || holdsStranger(String.fromCodePoint(c)) ? 0 : 1)))"))
                .isEqualTo(java);
    }

    /** Chromium knows a later Unicode than Java 17 does; what Java does not know must be inert there. */
    @Test
    void whatUnicodeAddedSinceIsInert() {
        int[] unknown = FORMAT.stream()
                .filter(c -> Character.getType(c) == Character.UNASSIGNED)
                .toArray();
        assertThat(unknown).isNotEmpty();
        String list = java.util.Arrays.toString(unknown);
        assertThat(
                        Trio.get()
                                .evalJs(
                                        list + ".filter(c => { const x = String.fromCodePoint(c);"
                                                + " return /\\p{M}/u.test(x) || x.normalize('NFD') !== x"
                                                + " || ('q\\u0301' + x + '\\u0323').normalize('NFC') !== 'q\\u0301' + x + '\\u0323'; }).join()"))
                .isEmpty();
    }

    @Test
    void everyIdeographIsIn() {
        assertThat(IntStream.range(0, 0x110000)
                        .filter(c -> Character.isIdeographic(c) && Character.getType(c) == Character.OTHER_LETTER)
                        .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                        .filter(c ->
                                java.text.Normalizer.isNormalized(Character.toString(c), java.text.Normalizer.Form.NFC))
                        .filter(c -> !FORMAT.get(c)))
                .isEmpty();
        assertThat(FORMAT.get(0x20000) && FORMAT.get(0x2b740) && FORMAT.get(0x30000) && FORMAT.get(0x4db6))
                .isTrue();
    }

    private static String digest(IntPredicate held) {
        byte[] out = new byte[0x110000];
        for (int c = 0; c < out.length; c++) {
            out[c] = (byte) (held.test(c) ? 1 : 0);
        }
        return Hash.SHA_256.hex(out);
    }

    private static BitSet ofTheFormat() {
        try {
            String line = Files.readAllLines(Path.of("docs/draw/bundle-format.md")).stream()
                    .filter(l -> l.startsWith("- **Characters**"))
                    .findFirst()
                    .orElseThrow();
            BitSet out = new BitSet();
            Matcher range =
                    Pattern.compile("U\\+([0-9A-F]{4,5})–([0-9A-F]{4,5})").matcher(line);
            while (range.find()) {
                out.set(Integer.parseInt(range.group(1), 16), Integer.parseInt(range.group(2), 16) + 1);
            }
            return out;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
