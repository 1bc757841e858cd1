package cn.zrzy.hub.console.wall;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.kernel.LastBoard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was on the desk outlives the process, and somebody without the hub can read it. */
class SeenFileTests {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-28T01:22:05+08:00");

    @TempDir
    Path data;

    @Test
    void whatWasWrittenIsReadAgain() throws Exception {
        LastBoard.Seen seen = new LastBoard.Seen(
                AT,
                List.of(
                        new LastBoard.Line("省平台有 12 件报送转人工（同因）", AT.minusMinutes(4), false),
                        new LastBoard.Line("隔离区有 27 行未处理，2 种原因", null, true)));
        new SeenFile(data).write(seen);
        assertThat(new SeenFile(data).read()).contains(seen);
        assertThat(Files.readAllLines(data.resolve("last-board.txt")))
                .containsExactly(
                        "2026-11-28T01:22:05+08:00",
                        "须处理\t2026-11-28T01:18:05+08:00\t省平台有 12 件报送转人工（同因）",
                        "可稍后\t-\t隔离区有 27 行未处理，2 种原因");
    }

    @Test
    void whatIsNoneOfOursIsNoBoard() throws Exception {
        assertThat(new SeenFile(data).read()).isEmpty();
        Files.writeString(data.resolve("last-board.txt"), "");
        assertThat(new SeenFile(data).read()).isEmpty();
        Files.writeString(data.resolve("last-board.txt"), "2026-11-28T01:22:05+08:00\n半行");
        assertThat(new SeenFile(data).read()).isEmpty();
        new SeenFile(data.resolve("nowhere")).write(new LastBoard.Seen(AT, List.of()));
        assertThat(data.resolve("nowhere"))
                .as("a disk that takes nothing stops nobody")
                .doesNotExist();
    }
}
