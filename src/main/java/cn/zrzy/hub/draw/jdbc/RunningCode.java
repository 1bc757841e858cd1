package cn.zrzy.hub.draw.jdbc;

import cn.zrzy.hub.draw.DrawCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Reads the class files of the draw from where this code was loaded: a folder, a jar, or a jar within a jar. */
final class RunningCode {

    private static final String MARK = "DrawCode.class";

    private RunningCode() {}

    /** @return bytes by path below {@code cn/zrzy/hub/draw} */
    static Map<String, byte[]> classes() {
        URL mark = DrawCode.class.getResource(MARK);
        try {
            Map<String, byte[]> classes =
                    mark.openConnection() instanceof JarURLConnection jar ? packed(jar) : loose(mark.toURI());
            if (!classes.containsKey(MARK)) {
                throw new IllegalStateException("the classes of the draw are not at " + mark);
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the classes of the draw at " + mark, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, byte[]> packed(JarURLConnection connection) throws IOException {
        String folder = connection.getEntryName();
        folder = folder.substring(0, folder.length() - MARK.length());
        JarFile jar = connection.getJarFile(); // the class loader's own, so not ours to close
        Map<String, byte[]> classes = new TreeMap<>();
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
            if (entry.getName().startsWith(folder) && entry.getName().endsWith(".class")) {
                try (InputStream in = jar.getInputStream(entry)) {
                    classes.put(entry.getName().substring(folder.length()), in.readAllBytes());
                }
            }
        }
        return classes;
    }

    private static Map<String, byte[]> loose(URI mark) throws IOException {
        Path folder = Path.of(mark).getParent();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        Map<String, byte[]> classes = new TreeMap<>();
        for (Path file : files) {
            classes.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        return classes;
    }
}
