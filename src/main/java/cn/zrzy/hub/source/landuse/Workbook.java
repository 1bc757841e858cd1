package cn.zrzy.hub.source.landuse;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of an .xlsx that a ledger needs (工作簿; ECMA-376 part 1, §18): its sheets in order, its strings, its date system.
 * Our own, because fastexcel-reader ends at a cell of type {@code d}, does not tell merged cells, and calls an error below a
 * formula a formula.
 */
final class Workbook implements Closeable {

    /** @param hidden lists behind drop-downs and old copies, which nobody who looks at the file sees */
    record Sheet(String name, boolean hidden, String part) {}

    private record Relation(String type, String part) {}

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> strings = new ArrayList<>();
    private boolean from1904;

    private Workbook(ZipFile zip) {
        this.zip = zip;
        Collections.list(zip.getEntries()).forEach(entry -> parts.put(entry.getName(), entry));
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /** @throws IOException when it is no workbook of this kind */
    static Workbook open(byte[] bytes) throws IOException {
        Workbook workbook = new Workbook(ZipFile.builder().setByteArray(bytes).get());
        try {
            workbook.contents();
            return workbook;
        } catch (XMLStreamException | IllegalArgumentException e) {
            workbook.close();
            throw new IOException("no workbook", e);
        } catch (IOException e) {
            workbook.close();
            throw e;
        }
    }

    List<Sheet> sheets() {
        return sheets;
    }

    /** Whether its serial dates count from 1904-01-01, as those of Excel for Mac did. */
    boolean from1904() {
        return from1904;
    }

    SheetRows rows(Sheet sheet) throws IOException {
        return SheetRows.open(this, sheet.part());
    }

    /** @throws IndexOutOfBoundsException when the workbook has no such string */
    String string(int index) {
        return strings.get(index);
    }

    XMLStreamReader reader(String part) throws IOException, XMLStreamException {
        ZipArchiveEntry entry = parts.get(part);
        if (entry == null) {
            throw new IOException("no part " + part);
        }
        InputStream in = zip.getInputStream(entry);
        return xml.createXMLStreamReader(in);
    }

    private void contents() throws IOException, XMLStreamException {
        String main = relations("").values().stream()
                .filter(relation -> relation.type().endsWith("/officeDocument"))
                .map(Relation::part)
                .findFirst()
                .orElse("xl/workbook.xml");
        Map<String, Relation> relations = relations(main);
        XMLStreamReader in = reader(main);
        while (in.hasNext()) {
            if (in.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (in.getLocalName().equals("workbookPr")) {
                String value = in.getAttributeValue(null, "date1904");
                from1904 = "1".equals(value) || "true".equals(value);
            } else if (in.getLocalName().equals("sheet")) {
                Relation relation = relations.get(in.getAttributeValue(null, "id"));
                if (relation != null && relation.type().endsWith("/worksheet")) { // charts have no rows
                    String state = in.getAttributeValue(null, "state");
                    boolean hidden = state != null && !state.equals("visible");
                    sheets.add(new Sheet(in.getAttributeValue(null, "name"), hidden, relation.part()));
                }
            }
        }
        for (Relation relation : relations.values()) {
            if (relation.type().endsWith("/sharedStrings")) {
                readStrings(relation.part());
            }
        }
    }

    /** @param part whose relations are asked; empty: the package's own */
    private Map<String, Relation> relations(String part) throws IOException, XMLStreamException {
        Map<String, Relation> relations = new HashMap<>();
        int name = part.lastIndexOf('/') + 1;
        XMLStreamReader in = reader(part.substring(0, name) + "_rels/" + part.substring(name) + ".rels");
        URI base = URI.create("/" + part);
        while (in.hasNext()) {
            if (in.next() == XMLStreamReader.START_ELEMENT
                    && in.getLocalName().equals("Relationship")
                    && !"External".equals(in.getAttributeValue(null, "TargetMode"))) {
                String target =
                        base.resolve(in.getAttributeValue(null, "Target")).getPath();
                relations.put(
                        in.getAttributeValue(null, "Id"),
                        new Relation(in.getAttributeValue(null, "Type"), target.substring(1)));
            }
        }
        return relations;
    }

    private void readStrings(String part) throws IOException, XMLStreamException {
        XMLStreamReader in = reader(part);
        while (in.hasNext()) {
            if (in.next() == XMLStreamReader.START_ELEMENT && in.getLocalName().equals("si")) {
                strings.add(SheetRows.text(in, "si"));
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
