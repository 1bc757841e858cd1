package cn.zrzy.hub.console.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A screen's link: made with a place and an end, good until then or until it is taken back. */
class WallDeskTests {

    private static final Actor ADMIN = new Actor("chenwei", "ADMIN", "10.0.0.7");
    private static final Instant NOW = Instant.parse("2026-11-28T14:00:00Z");

    private final Shelf shelf = new Shelf();
    private final AuditTrail audit = mock(AuditTrail.class);

    @Test
    void aLinkOpensUntilItsEndOrUntilItIsTakenBack() {
        String token = token(desk(NOW).make("值班室东墙", 30, ADMIN, "装大屏"));
        assertThat(token).hasSize(WallDesk.PREFIX.length() + 43);
        assertThat(shelf.digests.keySet()).noneMatch(digest -> digest.contains(token));
        assertThat(desk(NOW).opens(token, "10.0.0.9")).isTrue();
        assertThat(desk(NOW.plusSeconds(30 * 86_400L - 1)).opens(token, "10.0.0.9"))
                .isTrue();
        assertThat(desk(NOW.plusSeconds(30 * 86_400L)).opens(token, "10.0.0.9"))
                .as("at its end")
                .isFalse();
        assertThat(desk(NOW).opens(token + "x", "10.0.0.9")).isFalse();
        desk(NOW).revoke(0, ADMIN, "换屏");
        assertThat(desk(NOW).opens(token, "10.0.0.9")).isFalse();
        assertThat(desk(NOW).lines()).extracting(WallDesk.Line::state).containsExactly(Wall.State.REVOKED);
    }

    @Test
    void withoutPlaceOrEndThereIsNone() {
        refuses("E-WALL-NAME", () -> desk(NOW).make(" ", 30, ADMIN, "装大屏"));
        refuses("E-WALL-NAME", () -> desk(NOW).make("墙".repeat(31), 30, ADMIN, "装大屏"));
        refuses("E-WALL-DAYS", () -> desk(NOW).make("值班室", 0, ADMIN, "装大屏"));
        refuses("E-WALL-DAYS", () -> desk(NOW).make("值班室", 181, ADMIN, "装大屏"));
        refuses("E-WALL-UNKNOWN", () -> desk(NOW).revoke(7, ADMIN, "没有"));
        assertThat(shelf.digests).isEmpty();
        verifyNoInteractions(audit);
    }

    private static void refuses(String code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private WallDesk desk(Instant now) {
        return new WallDesk(shelf, audit, Clock.fixed(now, ZoneId.of("Asia/Shanghai")), "http://127.0.0.1:8080", 180);
    }

    private static String token(String link) {
        return link.substring(link.indexOf("/wall/") + 6);
    }

    private static final class Shelf implements Walls {

        private final Map<String, Wall> digests = new HashMap<>();

        @Override
        public void add(Wall wall, String digest) {
            digests.put(digest, wall);
        }

        @Override
        public Optional<Wall> find(String digest) {
            return Optional.ofNullable(digests.get(digest));
        }

        @Override
        public List<Wall> all() {
            return List.copyOf(digests.values());
        }

        @Override
        public boolean revoke(long no, OffsetDateTime at) {
            digests.replaceAll((digest, w) ->
                    new Wall(w.no(), w.name(), w.madeBy(), w.madeAt(), w.expiresAt(), w.usedAt(), w.usedFrom(), at));
            return !digests.isEmpty();
        }

        @Override
        public void used(long no, OffsetDateTime at, String address) {
            assertThat(address).isEqualTo("10.0.0.9");
        }
    }
}
