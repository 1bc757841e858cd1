package cn.zrzy.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The three verifiers side by side: the Java classes, verify.py in one long-lived process, verify.html in one Chromium page
 * opened from file://. Started on first use, closed with the JVM.
 */
public final class Trio {

    public static final String NOW = "2026-01-01T00:00:00+08:00";
    static final Path PAGE = Path.of("src/verify/web/verify.html").toAbsolutePath();
    static final Path SCRIPT = Path.of("src/verify/python/verify.py").toAbsolutePath();
    private static Trio instance;

    private final Process python;
    private final BufferedReader answers;
    private final OutputStream requests;
    private final Browser browser;
    private final Page page;

    private Trio() throws IOException {
        this.python = new ProcessBuilder(
                        "python3",
                        "-B",
                        Path.of("src/verify/test/python/loop.py").toString(),
                        SCRIPT.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.answers = new BufferedReader(new InputStreamReader(python.getInputStream(), StandardCharsets.UTF_8));
        this.requests = python.getOutputStream();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox")));
        this.page = phone();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            python.destroy();
            playwright.close();
        }));
    }

    public static synchronized Trio get() {
        try {
            if (instance == null) {
                instance = new Trio();
            }
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new page on a phone-sized screen, opened from the file system. */
    Page phone() {
        Page p = browser.newPage(new Browser.NewPageOptions().setViewportSize(375, 720));
        p.navigate(PAGE.toUri().toString());
        return p;
    }

    String java(byte[] zip, String wanted, String now) {
        return Verification.run(zip, wanted, now, "zh", false).json();
    }

    String python(byte[] zip, String wanted, String now) {
        return ask(request("verify", zip).put("wanted", wanted).put("now", now));
    }

    String js(byte[] zip, String wanted, String now) {
        return (String) page.evaluate(
                "a => machineReport(verifyBundle(Uint8Array.from(atob(a[0]), c => c.charCodeAt(0)), { wanted: a[1], now: a[2] }))",
                List.of(Base64.getEncoder().encodeToString(zip), wanted, now));
    }

    /** All three reports, in the order java, python, js, each without the name of its verifier. */
    public List<String> reports(byte[] zip, String wanted, String now) {
        List<String> out = new ArrayList<>();
        for (String report : List.of(java(zip, wanted, now), python(zip, wanted, now), js(zip, wanted, now))) {
            out.add(report.replaceFirst("\"verifier\":\"(java|python|js)\"", "\"verifier\":\"\""));
        }
        return out;
    }

    String evalPython(String expression) {
        return ask(Forge.JSON.createObjectNode().put("op", "eval").put("code", expression));
    }

    String evalJs(String expression) {
        return String.valueOf(page.evaluate(expression));
    }

    /** Seed, ticket and u_1 of each [hash, parts, subject, inspector], by the functions of verify.py. */
    List<String> vectorsByPython(JsonNode vectors) {
        return ask(Forge.JSON.createObjectNode().put("op", "vectors").set("vectors", vectors))
                .lines()
                .toList();
    }

    /** The same by the functions of verify.html. */
    List<String> vectorsByJs(JsonNode vectors) {
        String answer = (String) page.evaluate("""
                text => JSON.parse(text).map(([name, parts, subject, inspector]) => {
                  const h = HASHES[name], seed = h(concat(...parts.map(x => lp(utf8(x))))), b = { h, once: () => seed };
                  return [seed, ticketOf(b, "SSJ1", subject), pairTicket({ b }, subject, inspector).slice(0, 5)].map(hex).join(" ");
                }).join("\\n")
                """, vectors.toString());
        return answer.lines().toList();
    }

    /** Seconds and root of one stamp over these bytes as java, python and js read it; "" where it proves nothing. */
    public List<String> stamp(byte[] token, byte[] stamped) {
        return List.of(
                StampTests.read(token, stamped),
                stampsByPython(List.of(token), stamped).get(0),
                stampsByJs(List.of(token), stamped).get(0));
    }

    /** Seconds and root of each stamp over these bytes, "" for one that proves nothing, by verify.py. */
    List<String> stampsByPython(Collection<byte[]> tokens, byte[] stamped) {
        ObjectNode request = Forge.JSON.createObjectNode().put("op", "stamps").put("stamped", Bits.hex(stamped));
        request.set(
                "tokens", Forge.JSON.valueToTree(tokens.stream().map(Bits::hex).toList()));
        return List.of(ask(request).split("\n", -1));
    }

    /** The same by verify.html. */
    @SuppressWarnings("unchecked")
    List<String> stampsByJs(Collection<byte[]> tokens, byte[] stamped) {
        return (List<String>)
                page.evaluate("""
                ([tokens, stamped]) => tokens.map(t => {
                  try { const s = stampVerify(unhex(t), unhex(stamped)); return s.at / 1000 + " " + s.root; } catch (e) {
                    if (!(e instanceof Bad) || e.code !== "E-STAMP") throw e;
                    return "";
                  }
                })
                """, List.of(tokens.stream().map(Bits::hex).toList(), Bits.hex(stamped)));
    }

    /** One changed byte; {@code entry} null: of the container itself, else the CRC is mended around it. */
    record Flip(int position, int mask, Entry entry) {
        List<Integer> numbers() {
            return entry == null
                    ? List.of(position, mask, 0, -1, 0, 0)
                    : List.of(position, mask, entry.start, entry.size, entry.localCrc, entry.centralCrc);
        }
    }

    record Entry(String name, int start, int size, int localCrc, int centralCrc) {}

    /** Flips that the verifier did not notice. */
    List<Flip> missedByJava(byte[] zip, List<Flip> flips) {
        List<Flip> missed = new ArrayList<>();
        for (Flip f : flips) {
            byte[] changed = zip.clone();
            changed[f.position] ^= (byte) f.mask;
            if (f.entry != null) {
                java.util.zip.CRC32 crc = new java.util.zip.CRC32();
                crc.update(changed, f.entry.start, f.entry.size);
                for (int at : new int[] {f.entry.localCrc, f.entry.centralCrc}) {
                    for (int i = 0; i < 4; i++) {
                        changed[at + i] = (byte) (crc.getValue() >> 8 * i);
                    }
                }
            }
            if (Verification.run(changed, "", NOW, "zh", true).exit() == 0) {
                missed.add(f);
            }
        }
        return missed;
    }

    String missedByPython(byte[] zip, List<Flip> flips) {
        ObjectNode r = request("fuzz", zip).put("now", NOW);
        r.set("flips", Forge.JSON.valueToTree(flips.stream().map(Flip::numbers).toList()));
        return ask(r);
    }

    String missedByJs(byte[] zip, List<Flip> flips) {
        return (String) page.evaluate(
                """
                a => {
                  const clean = Uint8Array.from(atob(a[0]), c => c.charCodeAt(0)), data = clean.slice(), view = new DataView(data.buffer), missed = [];
                  for (const f of a[1]) {
                    const [position, mask, start, size, local, central] = f;
                    data[position] ^= mask;
                    if (size >= 0) {
                      const crc = crc32(data.subarray(start, start + size));
                      view.setUint32(local, crc, true);
                      view.setUint32(central, crc, true);
                    }
                    if (verifyBundle(data, { now: a[2], firstOnly: true }).exit === 0) missed.push(f);
                    data[position] ^= mask;
                    if (size >= 0) for (const at of [local, central]) data.set(clean.subarray(at, at + 4), at);
                  }
                  return JSON.stringify(missed);
                }
                """,
                List.of(
                        Base64.getEncoder().encodeToString(zip),
                        flips.stream().map(Flip::numbers).toList(),
                        NOW));
    }

    /** Where each entry lies in the container. */
    static List<Entry> entries(byte[] zip) {
        List<Entry> out = new ArrayList<>();
        int at = 0;
        int central = indexOf(zip, new byte[] {'P', 'K', 1, 2});
        for (var e : Container.entries(zip).entrySet()) {
            int start = at + 30 + e.getKey().length();
            out.add(new Entry(e.getKey(), start, e.getValue().length, at + 14, central + 16));
            at = start + e.getValue().length;
            central += 46 + e.getKey().length();
        }
        return out;
    }

    private static int indexOf(byte[] zip, byte[] mark) {
        for (int i = zip.length - 22; i >= 0; i--) {
            if (Arrays.equals(zip, i, i + 4, mark, 0, 4) && isFirstCentral(zip, i)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no central directory");
    }

    /** The end record names the offset of the directory. */
    private static boolean isFirstCentral(byte[] zip, int at) {
        int end = zip.length - 22;
        int offset = 0;
        for (int i = 3; i >= 0; i--) {
            offset = offset << 8 | zip[end + 16 + i] & 0xff;
        }
        return offset == at;
    }

    private static ObjectNode request(String op, byte[] zip) {
        return Forge.JSON
                .createObjectNode()
                .put("op", op)
                .put("bundle", Base64.getEncoder().encodeToString(zip));
    }

    private synchronized String ask(ObjectNode request) {
        try {
            requests.write((request + "\n").getBytes(StandardCharsets.UTF_8));
            requests.flush();
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("verify.py ended: " + request.get("op"));
            }
            JsonNode answer = Forge.JSON.readTree(line);
            return answer.asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
