package cn.zrzy.hub.routes.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.yaml.snakeyaml.Yaml;

/**
 * The settings that routes name, with every address outside replaced: what a route reads from is {@code direct:<key>}, what it
 * sends to is {@code mock:<key>}, and the folder of the personnel office is one on this disk. Paths and the rest are as
 * config/ has them.
 */
final class Addresses {

    private static final String HR_FILE = "inspectors_$simple{header.businessDate}.csv";

    private Addresses() {}

    static Properties replaced(Path hrFolder) {
        Map<String, String> settings = new HashMap<>();
        flatten("", yaml("endpoints"), settings);
        flatten("", yaml("queues"), settings);
        settings.replaceAll(Addresses::replaced);
        String folder = "file:" + hrFolder + "?noop=true&idempotent=false&fileName=" + HR_FILE;
        settings.put("source.hr.marker", folder + ".ok");
        settings.put("source.hr.inspectors", folder);
        String listed = "file:" + hrFolder + "?noop=true&idempotent=false";
        settings.put("source.hr.probe", listed);
        settings.put("partner.judiciary.probe", listed);
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    /** As {@code skipResponseHeaders} does at the sources and where large answers come from. */
    static boolean keepsAnswersHeadersOut(String key) {
        return key.startsWith("source.") || key.equals("partner.province.draw");
    }

    private static String replaced(String key, String value) {
        if (key.startsWith("queue.")
                || key.equals("partner.enforcement.outbox")
                || key.equals("partner.judiciary.slips")) {
            return "direct:" + key;
        }
        boolean address = value.contains("?httpMethod=") || value.contains("?${") || value.startsWith("agencies:");
        return address ? "mock:" + key : value;
    }

    private static Map<String, Object> yaml(String file) {
        try {
            return new Yaml().load(Files.readString(Path.of("config", file + ".yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static void flatten(String prefix, Map<String, Object> map, Map<String, String> into) {
        map.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                flatten(prefix + key + ".", (Map<String, Object>) inner, into);
            } else {
                into.put(prefix + key, String.valueOf(value));
            }
        });
    }
}
