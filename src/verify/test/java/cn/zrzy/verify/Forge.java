package cn.zrzy.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A bundle in the hands of somebody who holds every key: changes a file and makes all digests, logs and signatures above it
 * fit again. What a verifier still finds then, it found by its meaning.
 */
final class Forge {

    static final ObjectMapper JSON = new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    final SortedMap<String, byte[]> files = new TreeMap<>();

    static Forge of(byte[] zip) {
        Forge forge = new Forge();
        forge.files.putAll(Container.entries(zip));
        return forge;
    }

    Forge copy() {
        Forge forge = new Forge();
        files.forEach((name, bytes) -> forge.files.put(name, bytes.clone()));
        return forge;
    }

    byte[] zip() {
        return Container.encode(files);
    }

    String text(String name) {
        return new String(files.get(name), java.nio.charset.StandardCharsets.UTF_8);
    }

    Forge text(String name, String text) {
        files.put(name, Text.utf8(text));
        return this;
    }

    Forge edit(String name, UnaryOperator<String> change) {
        String before = text(name);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalStateException("nothing changed in " + name);
        }
        return text(name, after);
    }

    ObjectNode json(String name) {
        try {
            return (ObjectNode) JSON.readTree(files.get(name));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Forge json(String name, Consumer<ObjectNode> change) {
        ObjectNode node = json(name);
        change.accept(node);
        return json(name, node);
    }

    Forge json(String name, JsonNode node) {
        return text(name, line(node));
    }

    /** The n-th line (from 0) of a .jsonl file. */
    Forge row(String name, int n, Consumer<ArrayNode> change) {
        List<ArrayNode> rows = rows(name);
        change.accept(rows.get(n));
        return rows(name, rows);
    }

    List<ArrayNode> rows(String name) {
        List<ArrayNode> out = new ArrayList<>();
        try {
            for (byte[] line : Text.byteLines(files.get(name))) {
                out.add((ArrayNode) JSON.readTree(line));
            }
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        return out;
    }

    Forge rows(String name, List<? extends JsonNode> rows) {
        StringBuilder out = new StringBuilder();
        rows.forEach(r -> out.append(line(r)));
        return text(name, out.toString());
    }

    static String line(JsonNode node) {
        try {
            return JSON.writeValueAsString(JSON.treeToValue(node, Object.class)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ArrayNode array(Object... values) {
        return JSON.valueToTree(values);
    }

    /** Everything above the files fits again: leaves, roots, rules, manifest, result, log, seal. */
    Forge settle() {
        return lists().log().manifest().result().log().seal();
    }

    Forge lists() {
        Map<String, String> kinds = Map.of("objects", "objects", "inspectors", "inspectors");
        kinds.values().forEach(kind -> leaves(kind + ".leaf", Text.byteLines(files.get(kind + ".jsonl"))));
        return json("manifest.json", m -> {
            for (String kind : List.of("objects", "inspectors", "recusals")) {
                String file = kind.equals("recusals") ? "recusal.leaf" : kind + ".leaf";
                List<byte[]> lines = Text.byteLines(files.get(file));
                ((ObjectNode) m.get("roots")).set(kind, roots(lines));
                ((ObjectNode) m.get("counts")).put(kind, lines.size());
            }
        });
    }

    Forge leaves(String file, List<byte[]> lines) {
        StringBuilder out = new StringBuilder();
        for (byte[] line : lines) {
            out.append(Bits.hex(Merkle.leaf(Hash.SM3, line)))
                    .append(' ')
                    .append(Bits.hex(Merkle.leaf(Hash.SHA_256, line)))
                    .append('\n');
        }
        return text(file, out.toString());
    }

    private static ArrayNode roots(List<byte[]> leafLines) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 2; i++) {
            int from = 65 * i;
            Hash hash = i == 0 ? Hash.SM3 : Hash.SHA_256;
            out.add(Bits.hex(Merkle.root(
                    hash,
                    leafLines.stream()
                            .map(l -> Bits.unhex(new String(l, from, 64, java.nio.charset.StandardCharsets.US_ASCII)))
                            .toList())));
        }
        return out;
    }

    private ArrayNode both(String name) {
        return array(Hash.SM3.hex(files.get(name)), Hash.SHA_256.hex(files.get(name)));
    }

    Forge manifest() {
        List<ArrayNode> log = rows("log.jsonl");
        String drawNo = json("manifest.json").get("drawNo").asText();
        String head = Text.NO_DIGEST;
        for (ArrayNode entry : log) {
            if (entry.get(3).asText().equals(drawNo)) {
                break;
            }
            entry.set(5, JsonNodeFactory.instance.textNode(head));
            head = Hash.SM3.hex(Text.utf8(line(entry).strip()));
        }
        String logHead = head;
        json("manifest.json", m -> {
            m.put("logHead", logHead);
            m.set("rules", both("rules.json"));
            m.set(
                    "keys",
                    JSON.createObjectNode()
                            .put("ed25519", TestKeys.ed25519Public())
                            .put("sm2", TestKeys.sm2Public()));
            for (JsonNode v : m.get("verifiers")) {
                ((ArrayNode) v).set(1, both(v.get(0).asText()).get(0)).getClass();
                ((ArrayNode) v).set(2, both(v.get(0).asText()).get(1)).getClass();
            }
        });
        return sign("manifest.json");
    }

    Forge result() {
        if (!files.containsKey("result.json")) {
            return this;
        }
        json("result.json", r -> {
            r.set("manifest", both("manifest.json"));
            for (JsonNode f : r.get("files")) {
                if (files.containsKey(f.get(0).asText())) {
                    ((ArrayNode) f).set(1, both(f.get(0).asText()).get(0)).getClass();
                }
            }
        });
        return sign("result.json");
    }

    /** Documents of this draw and the chain. */
    Forge log() {
        String drawNo = json("manifest.json").get("drawNo").asText();
        List<byte[]> redraws = Text.byteLines(files.get("redraws.jsonl"));
        List<ArrayNode> voided = rows("redraws.jsonl");
        List<byte[]> corrections = Text.byteLines(files.get("corrections.jsonl"));
        List<ArrayNode> log = rows("log.jsonl");
        String prev = Text.NO_DIGEST;
        int correction = 0;
        for (ArrayNode entry : log) {
            String kind = entry.get(2).asText();
            String document = entry.get(4).asText();
            if (kind.equals("void")) {
                for (int i = 0; i < voided.size(); i++) {
                    if (voided.get(i).get(0).asText().equals(entry.get(3).asText())) {
                        document = Hash.SM3.hex(redraws.get(i));
                    }
                }
            } else if (entry.get(3).asText().equals(drawNo)) {
                document = switch (kind) {
                    case "frozen" -> digest("manifest.json");
                    case "seed" -> digest("seed.json");
                    case "result" -> digest("result.json");
                    case "opened" -> digest("secret.json");
                    default -> correction < corrections.size() ? Hash.SM3.hex(corrections.get(correction++)) : document;
                };
            }
            entry.set(4, JsonNodeFactory.instance.textNode(document));
            entry.set(5, JsonNodeFactory.instance.textNode(prev));
            prev = Hash.SM3.hex(Text.utf8(line(entry).strip()));
        }
        return rows("log.jsonl", log);
    }

    private String digest(String name) {
        return files.containsKey(name) ? Hash.SM3.hex(files.get(name)) : Text.NO_DIGEST;
    }

    Forge seal() {
        ArrayNode list = JSON.createArrayNode();
        files.forEach((name, bytes) -> {
            if (!name.startsWith("seal.json")) {
                list.add(array(name, Hash.SM3.hex(bytes)));
            }
        });
        json("seal.json", s -> s.set("files", list));
        return sign("seal.json");
    }

    Forge sign(String name) {
        text(name + ".sm2", TestKeys.sm2(files.get(name)) + "\n");
        return text(name + ".ed25519", TestKeys.ed25519(files.get(name)) + "\n");
    }
}
