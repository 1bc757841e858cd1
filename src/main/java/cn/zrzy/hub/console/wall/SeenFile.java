package cn.zrzy.hub.console.wall;

import cn.zrzy.hub.kernel.LastBoard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * {@code last-board.txt} in the data folder (看板留存文件): plain lines, so that somebody at the machine can read them when not
 * even the hub starts. First the moment, then a line a row: 须处理 or 可稍后, since when, the sentence.
 */
@Component
class SeenFile {

    private static final Logger LOG = LoggerFactory.getLogger(SeenFile.class);
    private static final String NOW = "须处理";
    private static final String LATER = "可稍后";

    private final Path file;

    SeenFile(@Value("${hub.data:./data}") Path data) {
        this.file = data.resolve("last-board.txt");
    }

    /** Whole or not at all; a disk that takes nothing has a row of its own on the desk. */
    void write(LastBoard.Seen seen) {
        List<String> lines = new ArrayList<>(List.of(seen.at().toString()));
        for (LastBoard.Line line : seen.open()) {
            String since = line.since() == null ? "-" : line.since().toString();
            lines.add(String.join(
                    "\t", line.canWait() ? LATER : NOW, since, line.sentence().replaceAll("\\s", " ")));
        }
        try {
            Path next = Files.write(file.resolveSibling("last-board.new"), lines, StandardCharsets.UTF_8);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.debug("看板没有写到磁盘上", e);
        }
    }

    /** Empty when there is none, or it is none of ours. */
    Optional<LastBoard.Seen> read() {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            List<LastBoard.Line> open =
                    lines.stream().skip(1).map(SeenFile::line).toList();
            return Optional.of(new LastBoard.Seen(OffsetDateTime.parse(lines.get(0)), open));
        } catch (IOException | DateTimeException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static LastBoard.Line line(String text) {
        String[] parts = text.split("\t", 3);
        OffsetDateTime since = "-".equals(parts[1]) ? null : OffsetDateTime.parse(parts[1]);
        return new LastBoard.Line(parts[2], since, LATER.equals(parts[0]));
    }
}
