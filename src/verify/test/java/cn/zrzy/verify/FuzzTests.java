package cn.zrzy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No byte of a bundle is free: positions of a small one, and seeded positions of a large one, changed by one bit or more,
 * are noticed by all three verifiers. Twice: in the container as it is, and in every entry with its CRC mended, so
 * that seal and signatures have to notice it and not the zip's own checksum.
 *
 * <p>An ordinary run takes each byte of the container, every twentieth byte of an entry and {@value #SAMPLE} positions of the
 * large bundle; {@code -Dverify.every=1 -Dverify.fuzz=100000} takes each byte and that many positions (bin/soak).
 */
class FuzzTests {

    private static final int SAMPLE = 250;
    private static final int EVERY = Integer.getInteger("verify.every", 20);
    private static byte[] small;

    @BeforeAll
    static void smallBundle() {
        small = SmallBundles.tiny().zip();
        assertThat(AgreementTests.verdict(AgreementTests.same(small, ""))).isEqualTo("pass");
    }

    @Test
    void everyByteOfTheContainerCounts() {
        List<Trio.Flip> flips = new ArrayList<>();
        List<Trio.Entry> entries = Trio.entries(small);
        for (int i = 0; i < small.length; i++) {
            int at = i;
            boolean content = entries.stream().anyMatch(e -> at >= e.start() && at < e.start() + e.size());
            // The CRC in the header sees every change of content; the other test mends it and leaves none out.
            if (!content || i % (16 * EVERY) == 0) {
                flips.add(new Trio.Flip(i, 1 << i % 8, null));
            }
        }
        noneMissed(small, flips);
    }

    @Test
    void everyByteOfEveryEntryCounts() {
        List<Trio.Flip> flips = new ArrayList<>();
        for (Trio.Entry e : Trio.entries(small)) {
            for (int i = e.size() % EVERY; i < e.size(); i += EVERY) {
                flips.add(new Trio.Flip(e.start() + i, 1 << (i + 3) % 8, e));
            }
        }
        noneMissed(small, flips);
    }

    @Test
    void randomBytesOfALargeBundleCount() throws IOException {
        byte[] large = Files.readAllBytes(Path.of("src/test/resources/samples/draw/drawn.zip"));
        List<Trio.Entry> entries =
                Trio.entries(large).stream().filter(e -> e.size() > 0).toList();
        int total = entries.stream().mapToInt(Trio.Entry::size).sum();
        Random random = new Random(20260522);
        List<Trio.Flip> flips = new ArrayList<>();
        for (int i = Integer.getInteger("verify.fuzz", SAMPLE); i > 0; i--) {
            int at = random.nextInt(total);
            int mask = 1 + random.nextInt(255);
            for (Trio.Entry e : entries) {
                if (at < e.size()) {
                    flips.add(new Trio.Flip(e.start() + at, mask, e));
                    break;
                }
                at -= e.size();
            }
        }
        assertThat(AgreementTests.verdict(AgreementTests.same(large, ""))).isEqualTo("pass");
        noneMissed(large, flips);
    }

    private static void noneMissed(byte[] zip, List<Trio.Flip> flips) {
        long start = System.nanoTime();
        Trio trio = Trio.get();
        // Side by side on two cores; the page belongs to this thread.
        var java = CompletableFuture.supplyAsync(() -> trio.missedByJava(zip, flips));
        var python = CompletableFuture.supplyAsync(() -> trio.missedByPython(zip, flips));
        assertThat(trio.missedByJs(zip, flips)).isEqualTo("[]");
        assertThat(java.join()).isEmpty();
        assertThat(python.join()).isEqualTo("[]");
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf(
                "seen fuzz: %d of %d flips in %d bytes caught by all three, %d ms%n",
                flips.size(), flips.size(), zip.length, millis);
    }

    /** A fuzzer that cannot miss proves nothing: a flip of nothing must be reported as missed. */
    @Test
    void theFuzzerSeesAMiss() {
        List<Trio.Flip> nothing = List.of(new Trio.Flip(500, 0, null));
        assertThat(Trio.get().missedByJava(small, nothing)).hasSize(1);
        assertThat(Trio.get().missedByPython(small, nothing)).isEqualTo("[[500, 0, 0, -1, 0, 0]]");
        assertThat(Trio.get().missedByJs(small, nothing)).isEqualTo("[[500,0,0,-1,0,0]]");
    }
}
