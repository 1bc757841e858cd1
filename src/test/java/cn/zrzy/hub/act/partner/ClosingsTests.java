package cn.zrzy.hub.act.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.delivery.KeyCheck;
import cn.zrzy.hub.delivery.KeyChecks;
import cn.zrzy.hub.delivery.Pause;
import cn.zrzy.hub.delivery.Pauses;
import cn.zrzy.hub.delivery.window.Opening;
import cn.zrzy.hub.delivery.window.Term;
import cn.zrzy.hub.delivery.window.Window;
import cn.zrzy.hub.delivery.window.Windows;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSourceResolvable;

/** What a preview promises: at once only when nothing else closes the partner, else the end of what closes it longest. */
class ClosingsTests {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-12-01T01:00:00+08:00");
    private static final OffsetDateTime FIVE = OffsetDateTime.parse("2026-12-01T05:00:00+08:00");
    private static final OffsetDateTime SIX = OffsetDateTime.parse("2026-12-01T06:00:00+08:00");

    private final Pauses pauses = mock(Pauses.class);
    private final Windows windows = mock(Windows.class);
    private final KeyChecks keys = mock(KeyChecks.class);
    private final PartnerStanding partners = mock(PartnerStanding.class);
    private final Closings closings = new Closings(pauses, windows, keys);
    private final Act resume = new ResumePartner(pauses, partners, closings);
    private final Act end = new EndWindow(windows, partners, closings);

    @BeforeEach
    void oneIsOnTheCalendar() {
        when(partners.waiting("province")).thenReturn(new PartnerStanding.Waiting(3, 0, 0));
        Term nightly = Term.weekly("1234567", LocalTime.MIDNIGHT, LocalTime.of(6, 0));
        when(windows.find("province-1"))
                .thenReturn(Optional.of(new Window(1, "province", nightly, NOW, "limin", "来函", null)));
    }

    @Test
    void aPauseAloneEndsAtOnce() {
        paused(SIX);
        assertThat(resumed()).isEqualTo("act.begins.NONE []");
        assertThat(said(closings.beginning("province"))).isEqualTo("act.begins.PAUSED [12-01 06:00]");
        assertThat(said(closings.beginning("portal"))).isEqualTo("act.begins.NONE []");
    }

    @Test
    void aPauseInsideAWindowGoesOnWithTheWindow() {
        paused(FIVE);
        open(opening(1, SIX));
        assertThat(resumed()).isEqualTo("act.begins.WINDOW [12-01 06:00]");
        assertThat(ended()).isEqualTo("act.begins.PAUSED [12-01 05:00]");
        assertThat(said(closings.beginning("province"))).isEqualTo("act.begins.WINDOW [12-01 06:00]");
    }

    @Test
    void aSecondWindowStaysWhenTheFirstIsEnded() {
        open(opening(1, SIX), opening(2, FIVE));
        assertThat(ended()).isEqualTo("act.begins.WINDOW [12-01 05:00]");
        open(opening(1, SIX));
        assertThat(ended()).isEqualTo("act.begins.NONE []");
        open();
        assertThat(ended()).as("not open now").isEqualTo("act.begins.AS-EVER []");
    }

    @Test
    void keysThatAreNotComparedOutlastEveryEndThatIsKnown() {
        paused(SIX);
        when(keys.standing()).thenReturn(List.of(new KeyCheck("province", NOW, NOW, true, true, null, "", "", "", 0)));
        assertThat(resumed()).startsWith("act.begins.KEYS");
    }

    private void paused(OffsetDateTime until) {
        Pause pause = new Pause("province", NOW, until, "limin", "先别发");
        when(pauses.of("province")).thenReturn(Optional.of(pause));
        when(partners.pause("province")).thenReturn(pause);
    }

    private void open(Opening... all) {
        when(windows.open("province")).thenReturn(List.of(all));
    }

    private static Opening opening(long no, OffsetDateTime until) {
        return new Opening(no, "province", NOW, until, "limin", "来函");
    }

    private String resumed() {
        return said(resume.preview("province").words().get(1));
    }

    private String ended() {
        return said(end.preview("province-1").words().get(2));
    }

    private static String said(Object word) {
        MessageSourceResolvable said = (MessageSourceResolvable) word;
        return said.getCodes()[0] + " " + List.of(said.getArguments());
    }
}
