package cn.zrzy.hub.source.landuse;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One sheet's rows as a stream (工作表行). Before them its merged cells are read, which stand behind the rows. */
final class SheetRows {

    /**
     * @param number as the left edge of the sheet shows it
     * @param cells column from 1 → its text; empty cells are left out
     */
    record Row(long number, Map<Integer, String> cells) {}

    /** 合并单元格: rows and columns from 1, both ends included; its value stands in the upper left cell. */
    record Merge(long top, long bottom, int left, int right) {}

    private static final int LONGEST_CELL = 2000;
    /** Doubles hold every whole number below exactly; above it the last digits are lost, which the row's rules must see. */
    private static final double EXACT = 1e15;

    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})");

    private final Workbook workbook;
    private final XMLStreamReader in;
    private final List<Merge> merges = new ArrayList<>();
    private long number;

    private SheetRows(Workbook workbook, XMLStreamReader in) {
        this.workbook = workbook;
        this.in = in;
    }

    static SheetRows open(Workbook workbook, String part) throws IOException {
        try {
            SheetRows rows = new SheetRows(workbook, workbook.reader(part));
            rows.readMerges(workbook.reader(part));
            return rows;
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new IOException("no sheet", e);
        }
    }

    List<Merge> merges() {
        return merges;
    }

    /** @return empty at the end of the sheet */
    Optional<Row> next() throws IOException {
        try {
            while (in.hasNext()) {
                if (in.next() == XMLStreamReader.START_ELEMENT
                        && in.getLocalName().equals("row")) {
                    return Optional.of(row());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("not readable after row " + number, e);
        }
    }

    private Row row() throws XMLStreamException {
        String given = in.getAttributeValue(null, "r");
        number = given == null ? number + 1 : Long.parseLong(given);
        Map<Integer, String> cells = new HashMap<>();
        int column = 0;
        while (!(in.next() == XMLStreamReader.END_ELEMENT && in.getLocalName().equals("row"))) {
            if (in.isStartElement() && in.getLocalName().equals("c")) {
                String address = in.getAttributeValue(null, "r");
                column = address == null ? column + 1 : column(address);
                String text = cell();
                if (!text.isBlank()) {
                    cells.put(column, text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL));
                }
            }
        }
        return new Row(number, cells);
    }

    /** The stored value: a formatted number would already be rounded, and a date is a serial number. */
    private String cell() throws XMLStreamException {
        String type = in.getAttributeValue(null, "t");
        String text = text(in, "c");
        if (text.isBlank()) {
            return "";
        }
        return switch (type == null ? "n" : type) {
            case "s" -> workbook.string(Integer.parseInt(text.strip()));
            case "n" -> plain(text.strip());
            default -> text;
        };
    }

    /** Up to this element's end: what its values and texts say, without formulas and phonetic guides. */
    static String text(XMLStreamReader in, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (!(in.next() == XMLStreamReader.END_ELEMENT && in.getLocalName().equals(element))) {
            if (in.isStartElement()) {
                switch (in.getLocalName()) {
                    case "v", "t" -> text.append(in.getElementText());
                    case "f", "rPh" -> skip(in);
                    default -> {} // its own children say what it holds
                }
            }
        }
        return text.toString();
    }

    private static void skip(XMLStreamReader in) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = in.next();
            depth += event == XMLStreamReader.START_ELEMENT ? 1 : event == XMLStreamReader.END_ELEMENT ? -1 : 0;
        }
    }

    /** 5.0000000000000001E-3 is how Excel keeps 0.005; written out, as the person who typed it saw it. */
    private static String plain(String number) {
        if (number.indexOf('E') < 0 && number.indexOf('e') < 0) {
            return number;
        }
        double value = Double.parseDouble(number);
        return Math.abs(value) < EXACT ? BigDecimal.valueOf(value).toPlainString() : number;
    }

    private void readMerges(XMLStreamReader sheet) throws XMLStreamException {
        while (sheet.hasNext()) {
            if (sheet.next() == XMLStreamReader.START_ELEMENT
                    && sheet.getLocalName().equals("mergeCell")) {
                Matcher range = RANGE.matcher(sheet.getAttributeValue(null, "ref"));
                if (range.matches()) {
                    String first = range.group(1);
                    String last = range.group(2);
                    merges.add(new Merge(line(first), line(last), column(first), column(last)));
                }
            }
        }
    }

    private static long line(String address) {
        return Long.parseLong(matched(address).group(2));
    }

    private static int column(String address) {
        int column = 0;
        for (char letter : matched(address).group(1).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column;
    }

    private static Matcher matched(String address) {
        Matcher cell = CELL.matcher(address);
        if (!cell.matches()) {
            throw new IllegalArgumentException("no cell address: " + address);
        }
        return cell;
    }
}
