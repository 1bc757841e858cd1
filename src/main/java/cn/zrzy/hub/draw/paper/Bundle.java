package cn.zrzy.hub.draw.paper;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.Jcs;
import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.VerifierFile;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.DrawState;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * 证据包: chooses the files that a stage may show, seals them and writes the one zip that docs/draw/bundle-format.md §2
 * allows. Nothing in it depends on when or where it is made.
 */
public final class Bundle {

    /** Details closed until an unannounced check is over. */
    private static final List<String> CLOSED = List.of(
            "result.objects.csv",
            "reserve.csv",
            "result.teams.csv",
            "eligibility.bin",
            "prices.bin",
            "recusal.opened.jsonl");

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final FrozenDraw frozen;

    /** A bundle of stage FROZEN: the T0 files and the verifier programs. */
    public Bundle(FrozenDraw frozen, Map<String, byte[]> verifiers) {
        this.frozen = frozen;
        files.putAll(frozen.files());
        for (VerifierFile file : frozen.request().verifiers()) {
            byte[] bytes = verifiers.get(file.name());
            if (bytes == null || !VerifierFile.of(file.name(), bytes).equals(file)) {
                throw Refusal.field("E-DRAW-VERIFIER", "验证程序与清单中的摘要不符", file.name());
            }
            files.put(file.name(), bytes);
        }
        if (verifiers.size() != frozen.request().verifiers().size()) {
            throw Refusal.field("E-DRAW-VERIFIER", "有未列入清单的验证程序", "verifiers");
        }
    }

    /**
     * Adds the result; details only when they are open.
     *
     * @param secretFile secret.json once it is opened; null for announced draws or while sealed
     */
    public Bundle result(DrawOutcome outcome, DrawState current, byte[] secretFile) {
        boolean open = frozen.request().disclosure().announced() || secretFile != null;
        outcome.files().forEach((name, bytes) -> {
            if (open || !CLOSED.contains(name)) {
                files.put(name, bytes);
            }
        });
        if (open) {
            files.put("current.objects.csv", ResultPaper.picks(current.picks()));
            files.put("current.teams.csv", ResultPaper.seats(current.seats()));
        }
        if (secretFile != null) {
            files.put("secret.json", secretFile);
        }
        return this;
    }

    /** Adds an RFC 3161 token over manifest.json or result.json. */
    public Bundle stamp(String file, byte[] token) {
        files.put(file + ".tsr", token);
        return this;
    }

    /** Adds the log and the records after the draw, seals and packs. */
    public byte[] seal(List<String> log, List<String> redraws, List<String> corrections, SigningRing ring) {
        files.put("log.jsonl", Evidence.lines(log));
        files.put("redraws.jsonl", Evidence.lines(redraws));
        files.put("corrections.jsonl", Evidence.lines(stage().equals("SEALED") ? List.of() : corrections));
        Map<String, Object> seal = new HashMap<>();
        seal.put("drawNo", frozen.drawNo());
        seal.put("files", Evidence.table(files));
        seal.put("stage", stage());
        files.put("seal.json", Jcs.document(seal));
        Evidence.sign(files, "seal.json", ring.of(frozen.keys()));
        return zip(files);
    }

    private String stage() {
        if (!files.containsKey("result.json")) {
            return "FROZEN";
        }
        return files.containsKey("result.objects.csv") ? "DRAWN" : "SEALED";
    }

    static byte[] zip(SortedMap<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        List<byte[]> entries = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] name = Bytes.utf8(file.getKey());
            byte[] head = head(name, file.getValue());
            directory.writeBytes(new byte[] {0x50, 0x4b, 1, 2, 20, 0});
            directory.writeBytes(head);
            directory.writeBytes(new byte[10]);
            directory.writeBytes(little(out.size(), 4));
            directory.writeBytes(name);
            out.writeBytes(new byte[] {0x50, 0x4b, 3, 4});
            out.writeBytes(head);
            out.writeBytes(name);
            out.writeBytes(file.getValue());
            entries.add(name);
        }
        int start = out.size();
        out.writeBytes(directory.toByteArray());
        out.writeBytes(new byte[] {0x50, 0x4b, 5, 6, 0, 0, 0, 0});
        out.writeBytes(little(entries.size(), 2));
        out.writeBytes(little(entries.size(), 2));
        out.writeBytes(little(directory.size(), 4));
        out.writeBytes(little(start, 4));
        out.writeBytes(new byte[2]);
        return out.toByteArray();
    }

    /** Version needed to extra length: the part that local and central headers share. */
    private static byte[] head(byte[] name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return Bytes.join(
                new byte[] {20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0},
                little(crc.getValue(), 4),
                little(content.length, 4),
                little(content.length, 4),
                little(name.length, 2),
                new byte[2]);
    }

    private static byte[] little(long value, int width) {
        byte[] bytes = new byte[width];
        for (int i = 0; i < width; i++) {
            bytes[i] = (byte) (value >>> 8 * i);
        }
        return bytes;
    }
}
