package cn.zrzy.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A disk that fills up is on the desk before it is full. */
class DiskWatchTests {

    @TempDir
    private Path data;

    @Test
    void aDiskWithRoomIsNoConcern() {
        assertThat(new DiskWatch(data, DataSize.ofBytes(0)).open()).isEmpty();
    }

    @Test
    void oneWithLittleSaysHowMuchIsLeftAndUsed() {
        assertThat(new DiskWatch(data, DataSize.ofTerabytes(1_000_000)).open())
                .singleElement()
                .satisfies(concern -> {
                    assertThat(concern.kind()).isEqualTo("disk-low");
                    assertThat(concern.words().get(0).toString()).matches("\\d+ (GB|MB)");
                });
    }
}
