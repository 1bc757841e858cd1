package cn.zrzy.hub.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.stereotype.Component;

/**
 * 表单字体: the one font that forms are printed with, part of the product (docs/decisions/0010). A character that it lacks
 * is printed as its number, 〔U+20000〕: an empty space would look like a name without that character.
 */
@Component
class FormFont {

    static final String FAMILY = "Noto Serif SC";
    private static final String FILE = "/fonts/NotoSerifSC-Forms.ttf";

    private final CmapLookup characters;

    FormFont() {
        try (InputStream in = open();
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            characters = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open() {
        return FormFont.class.getResourceAsStream(FILE);
    }

    /** Characters of a text that the font cannot print. */
    Set<String> lacking(String text) {
        Set<String> lacking = new TreeSet<>();
        text.codePoints().filter(c -> !has(c)).forEach(c -> lacking.add(Character.toString(c)));
        return lacking;
    }

    /** The text with each such character as its number. */
    String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (has(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(number(c));
            }
        });
        return out.toString();
    }

    static String number(int character) {
        return "〔U+%04X〕".formatted(character);
    }

    private boolean has(int character) {
        return character < ' ' || characters.getGlyphId(character) != 0;
    }
}
