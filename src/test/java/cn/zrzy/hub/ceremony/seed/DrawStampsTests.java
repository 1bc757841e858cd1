package cn.zrzy.hub.ceremony.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.partner.tsa.StampTokens;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The draw waits for its stamp, and a stamp that comes too late ends it. */
class DrawStampsTests {

    private static final String NO = "XC-2026-0001";
    private static final OffsetDateTime FROZEN = OffsetDateTime.parse("2026-11-23T23:00:00+08:00");
    private static final OffsetDateTime DEADLINE = FROZEN.plusHours(10);

    private final DrawLedger ledger = mock();
    private final DrawStamps stamps = new DrawStamps(ledger, new ObjectMapper());

    @BeforeEach
    void frozen() {
        when(ledger.stamp(any(), any())).thenReturn(Optional.empty());
        when(ledger.paper(NO, "manifest.json"))
                .thenReturn("{\"frozenAt\":\"%s\",\"stampAuthority\":\"某时间戳机构\"}"
                        .formatted("2026-11-23T23:00:00+08:00")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static DrawRequest request(String authority, OffsetDateTime deadline) {
        SeedRecipe recipe = new SeedRecipe(List.of(), deadline, List.of(), 640);
        return new DrawRequest(
                NO, "", "S", null, false, List.of(), List.of(), List.of(), null, recipe, null, FROZEN, "", "",
                authority, List.of());
    }

    private void stampedAt(OffsetDateTime at) {
        when(ledger.stamp(NO, "manifest.json")).thenReturn(Optional.of(StampTokens.at(at.toInstant())));
    }

    private void goes(OffsetDateTime now) {
        stamps.requireInOrder(request("某时间戳机构", DEADLINE), now);
    }

    @Test
    void withoutAnAuthorityNothingIsWaitedFor() {
        assertThatCode(() -> stamps.requireInOrder(request("", DEADLINE), DEADLINE.plusHours(1)))
                .doesNotThrowAnyException();
    }

    @Test
    void theDrawWaitsForTheStampUntilNoneCanComeInTime() {
        assertThatThrownBy(() -> goes(DEADLINE.minusSeconds(1)))
                .isInstanceOf(TryLater.class)
                .hasMessageContaining("等待 某时间戳机构");
        assertThatThrownBy(() -> goes(DEADLINE))
                .isInstanceOfSatisfying(
                        Rejected.class, late -> assertThat(late.code()).isEqualTo("E-DRAW-STAMP-LATE"))
                .hasMessageContaining("请作废");
    }

    @Test
    void aStampBeforeTheDeadlineServesForEverAndALaterOneNever() {
        stampedAt(DEADLINE.minusSeconds(1));
        assertThatCode(() -> goes(DEADLINE.plusDays(3))).doesNotThrowAnyException();
        stampedAt(DEADLINE);
        assertThatThrownBy(() -> goes(DEADLINE.plusMinutes(1))).isInstanceOf(Rejected.class);
    }

    @Test
    void aDayAfterTheFreezeIsTooLateWhateverTheDeadline() {
        stampedAt(FROZEN.plusHours(25));
        for (OffsetDateTime deadline : new OffsetDateTime[] {FROZEN.plusDays(3), null}) {
            assertThatThrownBy(() -> stamps.requireInOrder(request("某时间戳机构", deadline), FROZEN.plusHours(26)))
                    .isInstanceOf(Rejected.class);
        }
    }

    @Test
    void theFirstTokenStands() {
        byte[] first = StampTokens.at(FROZEN.plusSeconds(1).toInstant());
        assertThat(stamps.keep(NO, "manifest.json", first)).isEqualTo(first);
        verify(ledger).recordStamp(NO, "manifest.json", first);
        when(ledger.stamp(NO, "manifest.json")).thenReturn(Optional.of(first));
        byte[] second = StampTokens.at(FROZEN.plusSeconds(9).toInstant());
        assertThat(stamps.keep(NO, "manifest.json", second)).isEqualTo(first);
        verify(ledger, never()).recordStamp(NO, "manifest.json", second);
        assertThat(stamps.stampedAt(NO, "manifest.json")).contains(FROZEN.plusSeconds(1));
    }

    @Test
    void aTokenOlderThanThePaperIsAskedForAgain() {
        byte[] early = StampTokens.at(FROZEN.minusSeconds(1).toInstant());
        assertThatThrownBy(() -> stamps.keep(NO, "manifest.json", early)).isInstanceOf(TryLater.class);
        verify(ledger, never()).recordStamp(any(), any(), any());
    }
}
