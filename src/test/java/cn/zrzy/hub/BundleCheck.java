package cn.zrzy.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Runs the public's own verifier over a bundle, as a citizen would: python3 and nothing of the hub. */
public final class BundleCheck {

    private BundleCheck() {}

    public static List<String> names(byte[] bundle) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    /** One JSON file of the bundle. */
    static JsonNode file(byte[] bundle, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new ObjectMapper().readTree(zip.readAllBytes());
                }
            }
        }
        throw new IOException("no " + name + " in the bundle");
    }

    /** @return 0 when the draw holds, 1 when it does not, 2 when the bundle cannot be read */
    public static int verdict(byte[] bundle) throws IOException {
        return verdict(bundle, OffsetDateTime.now(ZoneOffset.ofHours(8)));
    }

    /** @param now when the citizen reads it: a sealed bundle is false once its day has passed */
    public static int verdict(byte[] bundle, OffsetDateTime now) throws IOException {
        Path file = Files.createTempFile("bundle", ".zip");
        Files.write(file, bundle);
        Process process = new ProcessBuilder(
                        "python3",
                        "src/verify/python/verify.py",
                        file.toString(),
                        "--now",
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                now.withOffsetSameInstant(ZoneOffset.ofHours(8)).truncatedTo(ChronoUnit.SECONDS)))
                .inheritIO()
                .start();
        try {
            process.waitFor(120, TimeUnit.SECONDS);
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
