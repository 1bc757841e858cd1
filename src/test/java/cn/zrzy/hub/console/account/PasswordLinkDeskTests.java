package cn.zrzy.hub.console.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.security.Account;
import cn.zrzy.hub.console.security.Accounts;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who may hand over a link, and what it opens without the second hand. */
class PasswordLinkDeskTests {

    private static final Actor CHEN = new Actor("chenwei", "ADMIN", "10.0.0.1");
    private static final Actor SUN = new Actor("sunli", "ADMIN", "10.0.0.2");

    private final List<Account> people = new ArrayList<>();
    private final Set<String> invited = new HashSet<>();
    private final Map<String, PasswordLinks.Link> kept = new HashMap<>();
    private final Accounts accounts = mock(Accounts.class);
    private final PasswordLinkDesk desk = new PasswordLinkDesk(
            new Kept(),
            accounts,
            new TwoHands(accounts),
            mock(PasswordEncoder.class),
            mock(AuditTrail.class),
            Clock.systemUTC(),
            Duration.ofHours(24));

    @BeforeEach
    void twoAdministratorsAndOneMore() {
        person("chenwei", Role.ADMIN, true);
        person("sunli", Role.ADMIN, true);
        person("limin", Role.LEAD, true);
        when(accounts.all()).thenReturn(people);
        when(accounts.find(any()))
                .thenAnswer(call -> people.stream()
                        .filter(person -> person.username().equals(call.getArgument(0)))
                        .findFirst());
        when(accounts.administrators())
                .thenAnswer(call -> people.stream()
                        .filter(person -> person.role() == Role.ADMIN && !invited.contains(person.username()))
                        .toList());
    }

    @Test
    void aLinkOpensNothingWithoutTheCodeOfAnother() {
        PasswordLinkDesk.Opened opened =
                desk.open(desk.make("limin", CHEN, "忘了口令")).orElseThrow();
        assertThat(objection(opened, "")).contains("welcome.code.wrong");
        refused("E-LINK-SAME", () -> desk.confirm("limin", CHEN, "试"));
        String code = desk.confirm("limin", SUN, "已核对");
        PasswordLinkDesk.Opened confirmed = open(opened);
        assertThat(objection(confirmed, "22222-22222")).contains("welcome.code.wrong");
        assertThat(objection(confirmed, " " + code.toLowerCase().replace('-', ' ')))
                .isEmpty();
        refused("E-LINK-STATE", () -> desk.confirm("limin", SUN, "又一次"));
    }

    @Test
    void aNewLinkNeedsANewCode() {
        desk.make("limin", CHEN, "忘了口令");
        String code = desk.confirm("limin", SUN, "已核对");
        PasswordLinkDesk.Opened second =
                desk.open(desk.make("limin", CHEN, "链接丢了")).orElseThrow();
        assertThat(objection(second, code)).contains("welcome.code.wrong");
        desk.confirm("limin", SUN, "已核对");
        assertThat(objection(open(second), code)).contains("welcome.code.wrong");
    }

    @Test
    void theFirstAdministratorOpensAccountsAlone() {
        invited.add("sunli");
        PasswordLinkDesk.Opened opened =
                desk.open(desk.make("sunli", CHEN, "第二名")).orElseThrow();
        assertThat(objection(opened, "")).isEmpty();
        assertThat(desk.waiting()).isEmpty();
        refused("E-LINK-STATE", () -> desk.confirm("sunli", SUN, "试"));
    }

    /** Or the first one makes a handful of them in time. */
    @Test
    void aLinkOfTheOnlyAdministratorNeedsAnotherHandOnceThereIsOne() {
        invited.add("sunli");
        String token = desk.make("limin", CHEN, "还只有我一个");
        assertThat(objection(desk.open(token).orElseThrow(), "")).isEmpty();
        invited.clear();
        PasswordLinkDesk.Opened opened = desk.open(token).orElseThrow();
        assertThat(opened.waits()).isTrue();
        assertThat(objection(opened, "")).contains("welcome.code.wrong");
        assertThat(desk.waiting()).containsKey("limin");
        String code = desk.confirm("limin", SUN, "已核对");
        assertThat(objection(desk.open(token).orElseThrow(), code)).isEmpty();
    }

    /** 找回 twice: who came by the server's account opens nothing alone, two of them do. */
    @Test
    void afterALostAdministratorTwoRecoveredOnesGoOn() {
        people.clear();
        person("chenwei", Role.ADMIN, false);
        person("limin", Role.LEAD, true);
        person("recovered", Role.ADMIN, true);
        Actor recovered = new Actor("recovered", "ADMIN", "");
        refused("E-LINK-ALONE", () -> desk.make("limin", recovered, "忘了口令"));
        person("recovered.too", Role.ADMIN, true);
        String token = desk.make("limin", recovered, "忘了口令");
        String code = desk.confirm("limin", new Actor("recovered.too", "ADMIN", ""), "已核对");
        assertThat(objection(desk.open(token).orElseThrow(), code)).isEmpty();
    }

    @Test
    void disablingTheOtherIsNoWayAround() {
        people.removeIf(person -> person.username().equals("sunli"));
        person("sunli", Role.ADMIN, false);
        refused("E-LINK-ALONE", () -> desk.make("limin", CHEN, "忘了口令"));
    }

    @Test
    void anAdministratorsOwnTakesTwoOthers() {
        refused("E-LINK-ALONE", () -> desk.make("sunli", CHEN, "忘了口令"));
        person("wangfang", Role.ADMIN, true);
        desk.make("sunli", CHEN, "忘了口令");
        refused("E-LINK-SAME", () -> desk.confirm("sunli", SUN, "自己确认"));
        assertThat(desk.confirm("sunli", new Actor("wangfang", "ADMIN", ""), "已核对"))
                .matches("[2-9A-Z]{5}-[2-9A-Z]{5}");
    }

    private PasswordLinkDesk.Opened open(PasswordLinkDesk.Opened before) {
        return new PasswordLinkDesk.Opened(
                before.owner(), kept.get(before.owner().username()), true);
    }

    private Optional<String> objection(PasswordLinkDesk.Opened opened, String code) {
        return desk.objection(opened, code, "Lantern-Orchid-47", "Lantern-Orchid-47");
    }

    private void person(String username, Role role, boolean enabled) {
        people.add(new Account(username, "某人", role, "", enabled, 0));
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private final class Kept implements PasswordLinks {

        @Override
        public void replace(Link link) {
            kept.put(link.username(), link);
        }

        @Override
        public Optional<Link> find(String digest, OffsetDateTime now) {
            return kept.values().stream()
                    .filter(link -> link.digest().equals(digest))
                    .findFirst();
        }

        @Override
        public List<Link> all(OffsetDateTime now) {
            return List.copyOf(kept.values());
        }

        @Override
        public boolean confirm(Link link, String codeDigest, String by) {
            kept.put(
                    link.username(),
                    new Link(link.username(), link.digest(), link.madeBy(), codeDigest, link.expiresAt()));
            return true;
        }

        @Override
        public boolean use(String digest, OffsetDateTime now) {
            return kept.values().removeIf(link -> link.digest().equals(digest));
        }
    }
}
