package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.registry.RegistryBook;
import cn.zrzy.hub.registry.SyncRun;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What a person sees of a run, in a browser: one state in the page's head, in words and visible, equal to the ledger; for
 * every state, with and without a batch, and for every cause of a failure.
 */
@OverLedgers
class RunStatesBrowserTests {

    @Autowired
    Desk desk;

    @Autowired
    DutyLedger duty;

    @Autowired
    RegistryBook registry;

    @LocalServerPort
    int port;

    private RunScenes runs;

    @BeforeEach
    void emptyBooks() {
        desk.begin();
        runs = new RunScenes(desk.jdbc, duty, registry);
    }

    @Test
    void everyRunHasExactlyOneStateInItsHead() {
        try (Visitor visitor = new Visitor("http://localhost:" + port, 1366, 768)) {
            visitor.logIn("lead");
            for (DutyRun.State state : DutyRun.State.values()) {
                fresh();
                String run = runs.run(state);
                seen(visitor, run);
                runs.batch(run, state == DutyRun.State.HELD ? SyncRun.State.HELD : SyncRun.State.APPLIED);
                seen(visitor, run);
            }
            for (RunScenes.Failed cause : RunScenes.Failed.values()) {
                fresh();
                String run = runs.failed(cause);
                seen(visitor, run);
                assertThat(visitor.page.locator("main").innerText()).contains(cause.code);
            }
            for (SyncRun.State state : SyncRun.State.values()) {
                fresh();
                runs.batch("20261123-by-hand", state);
                heads(
                        visitor,
                        "20261123-by-hand",
                        registry.run("20261123-by-hand").orElseThrow().state());
            }
            assertThat(visitor.complaints).isEmpty();
        }
    }

    private void seen(Visitor visitor, String run) {
        heads(visitor, run, duty.run(run).orElseThrow().state());
    }

    private void heads(Visitor visitor, String run, Enum<?> ledger) {
        visitor.visit("/sync/" + run);
        var states = visitor.page.locator(".head [data-state]");
        assertThat(states.count()).as("%s %s", run, ledger).isOne();
        assertThat(states.getAttribute("data-state")).isEqualTo(ledger.name());
        assertThat(states.isVisible()).isTrue();
        assertThat(List.of(states.innerText().strip().split("\\s+")))
                .contains(desk.word(Sign.of(ledger).word()));
    }

    /** As {@link Desk#begin}, but whoever is logged in stays. */
    private void fresh() {
        desk.jdbc.sql("truncate duty.run, registry.sync_run cascade").update();
    }
}
