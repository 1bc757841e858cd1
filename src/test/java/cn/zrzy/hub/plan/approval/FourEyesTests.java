package cn.zrzy.hub.plan.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.approval.FourEyes.Paper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One person is one account, whatever names are typed. */
class FourEyesTests {

    private static final Acting ZHOU = Acting.person("zhoumin", "周敏", "OFFICE", "10.0.0.1");
    private static final Acting ZHOU_RENAMED = Acting.person("zhoumin", "何建国", "OFFICE", "10.0.0.1");
    private static final Acting NAMESAKE = Acting.person("zhoumin2", "周敏", "OFFICE", "10.0.0.2");
    private static final Acting MACHINE = Acting.machine("office", "OFFICE", "10.0.0.3", "周敏");

    private final Map<String, String> decided = new HashMap<>();
    private final FourEyes eyes = new FourEyes(new Kept(), Clock.systemUTC());

    @Test
    void oneAccountUnderTwoNamesIsOnePerson() {
        eyes.asked(Paper.PLAN, "P1@1", ZHOU);
        assertRefused("E-PLAN-SELF", ZHOU_RENAMED);
        assertThat(decided).isEmpty();
    }

    @Test
    void twoAccountsOfOneNameAreTwoPersons() {
        eyes.asked(Paper.PLAN, "P1@1", ZHOU);
        assertThat(decide(NAMESAKE)).isEqualTo("周敏");
        assertThat(decided).containsEntry("PLAN:P1@1", "zhoumin2");
    }

    @Test
    void whereOnlyANameIsKnownTheNameIsCompared() {
        eyes.asked(Paper.PLAN, "P1@1", MACHINE);
        assertRefused("E-PLAN-SELF", ZHOU);
        assertThat(decide(ZHOU_RENAMED)).isEqualTo("何建国");
    }

    @Test
    void aMachineNeverDecides() {
        eyes.asked(Paper.PLAN, "P1@1", ZHOU);
        assertRefused("E-AUTH-PERSON", MACHINE);
    }

    private String decide(Acting by) {
        return eyes.decides(Paper.PLAN, "P1@1", "周敏", by, "E-PLAN-SELF", "编制人不得审批自己编制的计划");
    }

    private void assertRefused(String code, Acting by) {
        assertThatThrownBy(() -> decide(by))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private final class Kept implements Askers {

        private final Map<String, String> asked = new HashMap<>();

        @Override
        public Optional<String> account(String thing) {
            return Optional.ofNullable(asked.get(thing));
        }

        @Override
        public void asked(String thing, String account, OffsetDateTime at) {
            asked.put(thing, account);
        }

        @Override
        public void decided(String thing, String account, OffsetDateTime at) {
            decided.put(thing, account);
        }
    }
}
