package cn.zrzy.hub.console.wall;

import cn.zrzy.hub.kernel.LastBoard;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at the books four times a minute and keeps what it saw (看板留存): for the walls, which so cost the database the same
 * however many there are, and, its open rows on disk, for the page that stands in while the database is away.
 */
@Component
class BoardKeeper implements LastBoard {

    private static final Logger LOG = LoggerFactory.getLogger(BoardKeeper.class);

    private final WallBooks books;
    private final SeenFile file;
    private final Clock clock;
    private volatile WallBoard last;
    private volatile Seen seen;

    BoardKeeper(WallBooks books, SeenFile file, Clock clock) {
        this.books = books;
        this.file = file;
        this.clock = clock;
        this.seen = file.read().orElse(null);
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT15S")
    void look() {
        try {
            WallBoard board = books.read();
            last = board;
            seen = new Seen(
                    board.at(),
                    board.open().stream()
                            .map(line -> new Line(line.sentence(), line.since(), line.canWait()))
                            .toList());
            file.write(seen);
        } catch (RuntimeException e) { // what was seen last stands, and says by its time how old it is
            LOG.debug("看板这一轮没有取到数", e);
        }
    }

    /** Empty while the books could never be read. */
    Optional<WallBoard> board() {
        if (last == null) {
            look();
        }
        return Optional.ofNullable(last);
    }

    long age(WallBoard board) {
        return Duration.between(board.at(), OffsetDateTime.now(clock)).toSeconds();
    }

    @Override
    public Optional<Seen> seen() {
        return Optional.ofNullable(seen);
    }
}
