package cn.zrzy.hub.console.account;

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
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody raises himself, whatever form he finds. */
class RoleDeskTests {

    private static final Actor CHEN = new Actor("chenwei", "ADMIN", "10.0.0.1");
    private static final Actor SUN = new Actor("sunli", "ADMIN", "10.0.0.2");
    private static final Actor LIMIN = new Actor("limin", "ADMIN", "10.0.0.3");

    private final RoleWishes wishes = mock(RoleWishes.class);
    private final Accounts accounts = mock(Accounts.class);
    private final RoleDesk desk = new RoleDesk(wishes, accounts, mock(AuditTrail.class), Clock.systemUTC());

    @BeforeEach
    void chenweiAskedForLimin() {
        when(accounts.find("limin")).thenReturn(Optional.of(new Account("limin", "李敏", Role.OPERATOR, "", true, 0)));
        when(accounts.find("chenwei")).thenReturn(Optional.of(new Account("chenwei", "陈伟", Role.ADMIN, "", true, 0)));
        when(wishes.ask(any())).thenReturn(true);
        when(wishes.hold("limin"))
                .thenReturn(
                        Optional.of(new RoleWishes.Wish("limin", Role.LEAD, "chenwei", "接任", OffsetDateTime.now())));
    }

    @Test
    void aPersonHasNoSayInHerOwnRole() {
        refused("E-ROLE-OWN", () -> desk.ask("limin", Role.ADMIN, LIMIN, "试"));
        refused("E-ROLE-OWN", () -> desk.approve("limin", LIMIN, "试"));
        refused("E-ROLE-OWN", () -> desk.refuse("limin", LIMIN, "试"));
    }

    @Test
    void whoAskedDoesNotApprove() {
        refused("E-ROLE-SAME", () -> desk.approve("limin", CHEN, "试"));
        verify(accounts, never()).changeRole(any(), any());
        desk.approve("limin", SUN, "已核对");
        verify(accounts).changeRole("limin", Role.LEAD);
        verify(wishes).drop("limin");
    }

    @Test
    void whoIsNoAdministratorAnyMoreIsNotOneOfTheTwo() {
        when(accounts.find("chenwei")).thenReturn(Optional.of(new Account("chenwei", "陈伟", Role.ADMIN, "", false, 1)));
        refused("E-ROLE-STATE", () -> desk.approve("limin", SUN, "已核对"));
        when(accounts.find("chenwei")).thenReturn(Optional.of(new Account("chenwei", "陈伟", Role.LEAD, "", true, 1)));
        refused("E-ROLE-STATE", () -> desk.approve("limin", SUN, "已核对"));
        verify(accounts, never()).changeRole(any(), any());
    }

    @Test
    void whatIsNotAskedIsNotChanged() {
        when(wishes.hold("limin")).thenReturn(Optional.empty());
        refused("E-ROLE-STATE", () -> desk.approve("limin", SUN, "试"));
        refused("E-ROLE-STATE", () -> desk.ask("limin", Role.OPERATOR, SUN, "还是值班员"));
        refused("E-ROLE-STATE", () -> desk.ask("nobody", Role.LEAD, SUN, "没有此人"));
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
