package cn.zrzy.hub.console.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.console.Verdicts;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.kernel.Breach;
import cn.zrzy.hub.kernel.SelfCheck.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A breach stands from when it is found until it is looked for and found no more. */
class VerdictTests {

    private final TestDatabase database = TestDatabase.fresh();
    private final Verdicts verdicts = new JdbcVerdicts(database.jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aBreachIsKeptWithItsTimesAndClosedWhenItHasHealed() {
        Breach breach = new Breach("I1", "D000000001", "已确认但没有回执");
        verdicts.watch("delivery");
        verdicts.keep("delivery", new Findings(Set.of("D000000001"), List.of(breach), false));
        verdicts.keep("delivery", new Findings(Set.of("D000000001"), List.of(breach), false));
        verdicts.keep("delivery", new Findings(Set.of("D000000002"), List.of(), false));
        Verdicts.Standing standing = verdicts.standing(20);
        assertThat(standing.open())
                .as("told once, and not healed by a look at another")
                .isEqualTo(1);
        assertThat(standing.oldest().get(0).breach()).isEqualTo(breach);
        assertThat(standing.oldest().get(0).foundAt()).isNotNull();
        assertThat(standing.checkedAt()).isNotNull();
        assertThat(verdicts.suspects("delivery")).containsExactly("D000000001");
        assertThat(verdicts.suspects("registry")).isEmpty();
        verdicts.keep("delivery", new Findings(Set.of("D000000001"), List.of(), false));
        assertThat(verdicts.standing(20).open()).isZero();
        assertThat(database.jdbc()
                        .sql("select count(*) from console.breach where cleared_at is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        verdicts.keep("delivery", new Findings(Set.of("D000000001"), List.of(breach), false));
        assertThat(verdicts.standing(20).open()).as("it came again").isEqualTo(1);
    }

    @Test
    void onlySoManyAreListedButAllAreCounted() {
        List<Breach> many = new ArrayList<>();
        Set<String> objects = new TreeSet<>();
        for (int i = 0; i < 45; i++) {
            many.add(new Breach("I1", "D" + i, "已确认但没有回执"));
            objects.add("D" + i);
        }
        verdicts.watch("delivery");
        verdicts.keep("delivery", new Findings(objects, many, false));
        Verdicts.Standing standing = verdicts.standing(20);
        assertThat(standing.oldest()).hasSize(20);
        assertThat(standing.open()).isEqualTo(45);
    }

    @Test
    void oneHubChecksAtATime() {
        database.transaction().executeWithoutResult(mine -> {
            assertThat(verdicts.myTurn()).isTrue();
            TransactionTemplate other = database.transaction();
            other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            assertThat(turn(other)).isFalse();
        });
        assertThat(turn(database.transaction())).isTrue();
    }

    private Boolean turn(TransactionTemplate transaction) {
        return transaction.execute(status -> verdicts.myTurn());
    }
}
