package cn.zrzy.hub.console.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.security.Account;
import cn.zrzy.hub.console.security.Accounts;
import cn.zrzy.hub.console.security.Role;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.password.PasswordEncoder;

/** People whom a program plays live in a drill and nowhere else. */
class DrillPeopleTests {

    private final Accounts accounts = mock(Accounts.class);
    private final PersonalTokens tokens = mock(PersonalTokens.class);
    private final PasswordEncoder passwords = mock(PasswordEncoder.class);

    @Test
    void aHubInEarnestDoesNotStartWithThem() {
        assertThatThrownBy(() -> people("PRODUCTION"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("drill.people");
        assertThatThrownBy(() -> people(null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void inADrillEachHasAnAccountThatNobodyCanLogInto() {
        when(accounts.find("zhoumin")).thenReturn(Optional.empty());
        when(passwords.encode(any())).thenAnswer(call -> "hash of " + call.getArgument(0));
        people("DRILL").moveIn();
        ArgumentCaptor<Account> account = ArgumentCaptor.forClass(Account.class);
        verify(accounts).add(account.capture());
        assertThat(account.getValue().role()).isEqualTo(Role.OFFICE);
        assertThat(account.getValue().displayName()).isEqualTo("周敏");
        ArgumentCaptor<PersonalToken> token = ArgumentCaptor.forClass(PersonalToken.class);
        verify(tokens).add(token.capture(), any());
        assertThat(token.getValue().username()).isEqualTo("zhoumin");
        assertThat(token.getValue().epoch()).isZero();
    }

    /** Who was changed or disabled since stays as she is. */
    @Test
    void aSecondStartChangesNobody() {
        when(accounts.find("zhoumin")).thenReturn(Optional.of(new Account("zhoumin", "周敏", Role.OFFICE, "", false, 3)));
        people("DRILL").moveIn();
        verify(accounts, never()).add(any());
    }

    /** The secrets of a drill lie about. */
    @Test
    void inEarnestTheTokensOfADrillAreGone() {
        people("PRODUCTION", "").moveIn();
        verify(tokens).drop("演练");
        verify(tokens, never()).add(any(), any());
        people("DRILL").moveIn();
        verify(tokens).drop(any());
    }

    private DrillPeople people(String environment) {
        return people(environment, "zhoumin/周敏/OFFICE");
    }

    private DrillPeople people(String environment, String people) {
        MockEnvironment settings =
                new MockEnvironment().withProperty("drill.people", people).withProperty("secret.zhoumin-token", "0123");
        if (environment != null) {
            settings.setProperty("hub.environment", environment);
        }
        return new DrillPeople(accounts, tokens, passwords, mock(AuditTrail.class), settings, Clock.systemUTC());
    }
}
