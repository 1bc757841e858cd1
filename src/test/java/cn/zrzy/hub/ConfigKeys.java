package cn.zrzy.hub;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keys that config/*.yaml define. */
final class ConfigKeys {

    private static final List<String> KEYS = keys();

    private ConfigKeys() {}

    static boolean defined(String key) {
        return KEYS.contains(key);
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (String file : List.of("application", "queues", "endpoints", "limits", "schedules", "console")) {
            flatten("", YamlTree.yaml(Path.of("config/" + file + ".yaml")), keys);
        }
        return keys;
    }

    private static void flatten(String prefix, Map<String, Object> map, List<String> keys) {
        map.forEach((key, value) -> {
            String full = prefix.isEmpty() ? key : prefix + "." + key;
            keys.add(full);
            if (value instanceof Map<?, ?> inner) {
                @SuppressWarnings("unchecked")
                Map<String, Object> typed = (Map<String, Object>) inner;
                flatten(full, typed, keys);
            }
        });
    }
}
