package cn.zrzy.hub.ceremony.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.ceremony.record.DrawCalls;
import cn.zrzy.hub.ceremony.record.SealedSecrets;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;

/** What the desk of a draw does not take: a stranger's word, a value that is none, a paper that one person alone has seen. */
class DrawDeskTests {

    private static final String VALUE = "ab".repeat(32);
    private static final Acting TYPIST = Acting.person("wq", "王强", "OFFICE", "10.0.0.1");

    private final DrawCalls calls = mock(DrawCalls.class);
    private final Schemes schemes = mock(Schemes.class);
    private final SealedSecrets secrets = mock(SealedSecrets.class);
    private final DrawSettings settings = mock(DrawSettings.class);
    private final DrawDesk desk =
            new DrawDesk(calls, mock(DrawLedger.class), secrets, mock(Campaign.class), settings, Clock.systemUTC());

    @BeforeEach
    void aDrawIsCalled() {
        when(calls.find("D1")).thenReturn(Optional.of(new DrawCalls.Call("D1", "S1", false)));
        when(settings.parties()).thenReturn(List.of("纪检组", "企业代表"));
    }

    private static DrawDesk.Entry entry(String name, String value, String witness) {
        return new DrawDesk.Entry(name, value, "", "", witness);
    }

    @Test
    void aPartyBindsItselfByADigestAndAStrangerDoesNot() {
        refused("E-DRAW-PARTY", () -> desk.commit("D1", entry("路人", VALUE, "")));
        refused("E-DRAW-COMMITMENT", () -> desk.commit("D1", entry("纪检组", "1234", "")));
        refused("E-DRAW-COMMITMENT", () -> desk.commit("D1", entry("纪检组", null, "")));
        verify(calls, never()).commit(ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any());
        assertThat(desk.commit("D1", entry("纪检组", VALUE, "")).drawNo()).isEqualTo("D1");
    }

    @Test
    void aRevealIsSeenByTwo() {
        refused("E-DRAW-WITNESS", () -> desk.reveal("D1", entry("纪检组", VALUE, ""), TYPIST));
        refused("E-DRAW-WITNESS", () -> desk.reveal("D1", entry("纪检组", VALUE, "王强"), TYPIST));
        assertThat(desk.reveal("D1", entry("纪检组", VALUE, "何建国"), TYPIST).drawNo())
                .isEqualTo("D1");
    }

    @Test
    void aSealIsADigestToo() {
        Scheme unannounced = mock(Scheme.class, RETURNS_DEEP_STUBS);
        when(unannounced.terms().unannounced()).thenReturn(true);
        when(schemes.find("S1")).thenReturn(Optional.of(unannounced));
        SecretDesk keepers = new SecretDesk(schemes, calls, secrets, settings);
        refused("E-DRAW-COMMITMENT", () -> keepers.seal("D1", entry("", "sealed", "")));
        assertThat(keepers.seal("D1", entry("", VALUE, "")).drawNo()).isEqualTo("D1");
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
