package cn.zrzy.sandbox.hr;

import cn.zrzy.sandbox.kit.Sm3;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/** 发件目录: publishes one date's list; the .ok file appears last. Each mood that shows other bytes has a root of its own. */
final class Outbox {

    private final Path root;
    private final StaffFile staff;

    Outbox(Path root, StaffFile staff) {
        this.root = root;
        this.staff = staff;
    }

    Path root(String variant) {
        return root.resolve(variant);
    }

    /** @param damage "0" for a file without rows, "half" for a file broken off in the middle, "" for a sound one */
    synchronized void publish(LocalDate date, String damage) throws IOException {
        List<byte[]> rows = damage.equals("0") ? List.of() : staff.rows(date);
        byte[] whole = join(rows, 1);
        byte[] shown = damage.equals("half") ? half(whole) : whole;
        put("calm", date, shown, rows.size(), whole);
        put("garbage", date, half(whole), rows.size(), whole);
        byte[] doubled = join(rows, 2);
        put("duplicate", date, doubled, rows.size() * 2, doubled);
    }

    /** Publishes the list of a date unless it lies there already. */
    synchronized void ensure(LocalDate date) throws IOException {
        if (!Files.exists(root("calm").resolve("outbox").resolve(name(date) + ".ok"))) {
            publish(date, "");
        }
    }

    private static String name(LocalDate date) {
        return "inspectors_" + DateTimeFormatter.BASIC_ISO_DATE.format(date) + ".csv";
    }

    private void put(String variant, LocalDate date, byte[] shown, int rows, byte[] claimed) throws IOException {
        Path folder = Files.createDirectories(root(variant).resolve("outbox"));
        String name = name(date);
        Path ok = folder.resolve(name + ".ok");
        Files.deleteIfExists(ok);
        move(folder, name, shown);
        String note = "rows=" + rows + "\nsm3=" + Sm3.of(claimed) + "\n";
        move(folder, name + ".ok", note.getBytes(StandardCharsets.UTF_8));
    }

    private static void move(Path folder, String name, byte[] bytes) throws IOException {
        Path part = Files.write(folder.resolve("." + name + ".tmp"), bytes);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] join(List<byte[]> rows, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(StaffFile.header());
        rows.forEach(row -> {
            for (int i = 0; i < times; i++) {
                out.writeBytes(row);
            }
        });
        return out.toByteArray();
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }
}
