package cn.zrzy.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up is on the desk before it is full. */
class DiskWatchTests {

    @TempDir
    private Path data;

    @Test
    void aDiskBelowTheMarkIsNoConcern() {
        assertThat(new DiskWatch(data, 101).open()).isEmpty();
    }

    @Test
    void oneAboveItSaysHowMuchIsLeftAndUsed() {
        assertThat(new DiskWatch(data, 0).open()).singleElement().satisfies(concern -> {
            assertThat(concern.kind()).isEqualTo("disk-low");
            assertThat(concern.words().get(0).toString()).matches("\\d+ (GB|MB)");
        });
    }
}
