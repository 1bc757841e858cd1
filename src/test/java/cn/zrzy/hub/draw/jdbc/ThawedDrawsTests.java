package cn.zrzy.hub.draw.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.draw.model.FrozenDraw;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The same bytes are judged once; any other byte, wherever it lies, is judged again. */
class ThawedDrawsTests {

    private final ThawedDraws thawed = new ThawedDraws();
    private final AtomicInteger judged = new AtomicInteger();

    @Test
    void theSameBytesAreJudgedOnce() {
        FrozenDraw first = read("XC-1", "pool", "recusals", "line");
        assertThat(read("XC-1", "pool", "recusals", "line")).isSameAs(first);
        assertThat(judged).hasValue(1);
    }

    @Test
    void whateverChangesIsJudgedAgain() {
        read("XC-1", "pool", "recusals", "line");
        read("XC-2", "pool", "recusals", "line");
        read("XC-1", "pooL", "recusals", "line");
        read("XC-1", "pool", "recusal", "sline");
        read("XC-1", "pool", "recusals", "Line");
        assertThat(judged).hasValue(5);
    }

    @Test
    void whatWasRefusedIsJudgedEachTime() {
        for (int i = 0; i < 2; i++) {
            try {
                thawed.of("XC-1", new TreeMap<>(), new byte[0], List.of(), () -> {
                    judged.incrementAndGet();
                    throw new IllegalStateException("forged");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("forged");
            }
        }
        assertThat(judged).hasValue(2);
    }

    private FrozenDraw read(String drawNo, String pool, String recusals, String line) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put("objects.csv", pool.getBytes());
        return thawed.of(drawNo, files, recusals.getBytes(), List.of(line), () -> {
            judged.incrementAndGet();
            return new FrozenDraw(null, List.of(), files, new byte[0]);
        });
    }
}
