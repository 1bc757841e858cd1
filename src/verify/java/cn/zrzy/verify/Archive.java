package cn.zrzy.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The zip of a bundle, opened: raw files, and what was read from them, read once. A file that cannot be read throws the same
 * fault for every step that needs it, so no step turns green over a file that it never saw.
 */
final class Archive {

    final SortedMap<String, byte[]> files;
    private final Refused broken;
    private final Map<String, Object> read = new HashMap<>();

    Archive(byte[] container) {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        Refused fault = null;
        try {
            entries = Container.entries(container);
        } catch (Refused e) {
            fault = e;
        }
        this.files = entries;
        this.broken = fault;
    }

    boolean readable() {
        return broken != null || files.containsKey("manifest.json");
    }

    void unbroken() {
        if (broken != null) {
            throw broken;
        }
    }

    byte[] raw(String name) {
        unbroken();
        byte[] file = files.get(name);
        Refused.unless(file != null, "E-FILE", name, "missing");
        return file;
    }

    /** Computes once; a fault is kept and thrown again. */
    @SuppressWarnings("unchecked")
    <T> T once(String key, Supplier<T> make) {
        Object known = read.get(key);
        if (known == null) {
            try {
                known = make.get();
            } catch (Refused e) {
                known = e;
            }
            read.put(key, known);
        }
        if (known instanceof Refused e) {
            throw e;
        }
        return (T) known;
    }
}
