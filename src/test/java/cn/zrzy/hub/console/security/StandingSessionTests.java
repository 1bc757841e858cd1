package cn.zrzy.hub.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** How long a session goes on. */
class StandingSessionTests {

    private final Accounts accounts = mock(Accounts.class);
    private final AtomicLong now = new AtomicLong();
    private final StandingSession filter = new StandingSession(accounts, Duration.ofHours(12), now::get);
    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void standing() {
        account(true, 0);
    }

    @AfterEach
    void clear() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void twelveHoursAreTheMostHoweverBusy() throws Exception {
        for (int minutes = 0; minutes <= 12 * 60; minutes += 20) {
            assertThat(goesOnAfter(Duration.ofMinutes(minutes), false))
                    .as(minutes + " minutes")
                    .isTrue();
        }
        assertThat(goesOnAfter(Duration.ofMinutes(12 * 60 + 1), false)).isFalse();
    }

    @Test
    void halfAnHourOfPollingIsIdle() throws Exception {
        for (int minutes = 0; minutes <= 30; minutes++) {
            assertThat(goesOnAfter(Duration.ofMinutes(minutes), minutes > 0)).isTrue();
        }
        assertThat(goesOnAfter(Duration.ofMinutes(31), true)).isFalse();
    }

    @Test
    void anAccountThatWasDisabledOrChangedEndsIt() throws Exception {
        assertThat(goesOnAfter(Duration.ZERO, false)).isTrue();
        account(false, 0);
        assertThat(goesOnAfter(Duration.ofSeconds(1), true)).isFalse();
        account(true, 1);
        assertThat(goesOnAfter(Duration.ofSeconds(2), true)).isFalse();
    }

    private void account(boolean enabled, int epoch) {
        when(accounts.find("limin")).thenReturn(Optional.of(new Account("limin", "李敏", Role.LEAD, "", enabled, epoch)));
    }

    private boolean goesOnAfter(Duration time, boolean polled) throws Exception {
        now.set(time.toNanos());
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/ops");
        request.setSession(session.isInvalid() ? new MockHttpSession() : session);
        if (polled) {
            request.addHeader("X-Poll", "1");
        }
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        new Person("limin", "李敏", Role.LEAD), null, List.of()));
        filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }
}
