package cn.zrzy.sandbox.kit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * 效果账: every effect as one JSON line, forced to disk before anybody is told, so that the agency's memory
 * of what it did survives its own death.
 */
public final class EffectBook implements AutoCloseable {

    private final Map<String, List<Effect>> effects = new LinkedHashMap<>();
    private final Map<String, List<Effect>> matters = new LinkedHashMap<>();
    private final Map<String, Integer> repeats = new LinkedHashMap<>();
    private final FileChannel file;
    private int count;

    public EffectBook(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        byte[] bytes = Files.readAllBytes(path);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                byte[] line = Arrays.copyOfRange(bytes, start, i);
                Json.object(line).ifPresent(this::remember);
                start = i + 1;
            }
        }
        // A line without its end was never confirmed to anybody: the process died while writing it.
        file.truncate(start);
        file.position(start);
    }

    private void remember(ObjectNode line) {
        if (line.has("repeat")) {
            repeats.merge(line.path("repeat").asText(), 1, Integer::sum);
        } else {
            Effect effect = Effect.of(line);
            effects.computeIfAbsent(effect.key(), key -> new ArrayList<>()).add(effect);
            if (!effect.matter().id().isEmpty()) {
                matters.computeIfAbsent(effect.matter().id(), id -> new ArrayList<>())
                        .add(effect);
            }
            count++;
        }
    }

    /** Does one effect: numbers it, writes it, forces it. */
    public synchronized Effect record(
            String key, String kind, String digest, String at, Matter matter, IntFunction<ObjectNode> note) {
        Effect effect = new Effect(key, kind, digest, at, matter, note.apply(count + 1));
        append(effect.json());
        remember(effect.json());
        return effect;
    }

    /** The same key and the same bytes came again. */
    public synchronized void repeat(String key) {
        ObjectNode line = Json.object().put("repeat", key);
        append(line);
        remember(line);
    }

    public synchronized Optional<Effect> last(String key) {
        List<Effect> found = effects.getOrDefault(key, List.of());
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    public synchronized Optional<Effect> find(String key, String digest) {
        return effects.getOrDefault(key, List.of()).stream()
                .filter(effect -> effect.digest().equals(digest))
                .findFirst();
    }

    public synchronized List<Effect> all() {
        return effects.values().stream().flatMap(List::stream).toList();
    }

    /** What was done about one matter, oldest first. */
    public synchronized List<Effect> of(String matter) {
        return List.copyOf(matters.getOrDefault(matter, List.of()));
    }

    synchronized void clear() {
        try {
            file.truncate(0);
            file.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        effects.clear();
        matters.clear();
        repeats.clear();
        count = 0;
    }

    synchronized ObjectNode show() {
        ArrayNode list = Json.MAPPER.createArrayNode();
        effects.forEach((key, of) -> {
            Effect last = of.get(of.size() - 1);
            list.addObject()
                    .put("key", key)
                    .put("kind", last.kind())
                    .put("digest", last.digest())
                    .put("at", last.at())
                    .put("times", of.size())
                    .put("repeats", repeats.getOrDefault(key, 0));
        });
        ObjectNode shown = Json.object();
        shown.set("effects", list);
        shown.set("matters", matters());
        return shown.put("repeats", repeats.values().stream().mapToInt(n -> n).sum());
    }

    /** How often each was told and whether it stands; one that was told under several keys is still one. */
    private ArrayNode matters() {
        ArrayNode list = Json.MAPPER.createArrayNode();
        matters.forEach((id, of) -> list.addObject()
                .put("matter", id)
                .put("kind", of.get(0).kind())
                .put("times", of.size())
                .put("standing", of.get(of.size() - 1).matter().standing()));
        return list;
    }

    private void append(ObjectNode line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Json.bytes(line));
            ByteBuffer whole = ByteBuffer.allocate(bytes.remaining() + 1);
            whole.put(bytes).put((byte) '\n').flip();
            while (whole.hasRemaining()) {
                file.write(whole);
            }
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
