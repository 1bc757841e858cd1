package cn.zrzy.hub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.delivery.Backlogs;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.KeyChecks;
import cn.zrzy.hub.delivery.Pauses;
import cn.zrzy.hub.delivery.window.Opening;
import cn.zrzy.hub.delivery.window.Term;
import cn.zrzy.hub.delivery.window.Window;
import cn.zrzy.hub.delivery.window.Windows;
import cn.zrzy.hub.duty.NightChoices;
import cn.zrzy.hub.duty.PausableRoutes;
import cn.zrzy.hub.duty.pause.RoutePause;
import cn.zrzy.hub.duty.pause.RoutePauses;
import cn.zrzy.hub.duty.progress.Progresses;
import cn.zrzy.hub.duty.progress.Stages;
import cn.zrzy.hub.kernel.probe.Probe;
import cn.zrzy.hub.kernel.probe.Probes;
import cn.zrzy.hub.kernel.progress.RunProgress.Stage;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mockito.invocation.InvocationOnMock;
import org.springframework.context.annotation.Bean;

/** What the acts look at, beside {@link CannedBooks}. */
// No stereotype: the scan of a whole hub, started from the test class path, must not find these.
class CannedActs {

    @Bean
    Pauses pauses() {
        Pauses pauses = mock(Pauses.class);
        when(pauses.partners()).thenReturn(List.of("credit", "judiciary", "portal", "province"));
        return pauses;
    }

    @Bean
    Probes probes() {
        return new Probes() {
            @Override
            public List<String> systems() {
                return List.of("credit", "enforcement", "hr", "judiciary", "landuse", "portal", "province", "tsa");
            }

            @Override
            public Probe ask(String system) {
                return new Probe(false, "连接被拒绝", 12);
            }
        };
    }

    /** The province is away every night, this night too. */
    @Bean
    Windows windows() {
        Windows windows = mock(Windows.class);
        OffsetDateTime midnight = OffsetDateTime.parse("2026-11-24T00:00:00+08:00");
        Window nightly = new Window(
                1,
                "province",
                Term.weekly("1234567", LocalTime.MIDNIGHT, LocalTime.of(6, 0)),
                midnight.minusDays(9),
                "limin",
                "省里来函：每夜维护",
                null);
        Window once = new Window(
                2,
                "province",
                Term.once(midnight.plusDays(11), midnight.plusDays(11).plusHours(8)),
                midnight,
                "limin",
                "省里来函：迁机房",
                null);
        Window weekend = new Window(
                3,
                "province",
                Term.weekly("67", LocalTime.of(22, 0), LocalTime.of(8, 0)),
                midnight,
                "limin",
                "周末停机",
                null);
        when(windows.of("province")).thenReturn(List.of(nightly, weekend, once));
        when(windows.find(anyString())).thenReturn(Optional.of(nightly));
        when(windows.open())
                .thenReturn(List.of(new Opening(1, "province", midnight, midnight.plusHours(6), "limin", "省里来函：每夜维护")));
        return windows;
    }

    /** The units' list is not fetched this night. */
    @Bean
    RoutePauses routePauses() {
        RoutePauses pauses = mock(RoutePauses.class);
        OffsetDateTime night = OffsetDateTime.parse("2026-11-23T21:00:00+08:00");
        RoutePause one = new RoutePause("sync-units-from-landuse", night, night.plusHours(11), "limin", "用地系统今晚改造");
        when(pauses.open()).thenReturn(List.of(one));
        when(pauses.of("sync-units-from-landuse")).thenReturn(Optional.of(one));
        return pauses;
    }

    /** Every partner has told its keys. */
    @Bean
    KeyChecks keyChecks() {
        return mock(KeyChecks.class);
    }

    /** The first sync of the night is in the middle of its rows. */
    @Bean
    Progresses progresses() {
        Progresses progresses = mock(Progresses.class);
        OffsetDateTime now = OffsetDateTime.parse("2026-11-23T22:31:00+08:00");
        Stages stages = new Stages(
                List.of(
                        new Stages.Bar(Stage.FETCH, Stages.State.PAST, 0, null, Duration.ofSeconds(3), null, null),
                        new Stages.Bar(
                                Stage.STAGE,
                                Stages.State.UNDER_WAY,
                                1240,
                                3000L,
                                Duration.ofSeconds(31),
                                40L,
                                Duration.ofSeconds(44)),
                        new Stages.Bar(Stage.COMPARE, Stages.State.AHEAD, 0, null, Duration.ZERO, null, null),
                        new Stages.Bar(Stage.APPLY, Stages.State.AHEAD, 0, null, Duration.ZERO, null, null)),
                new Stages.Stall(Stages.Missing.ROWS, now));
        when(progresses.of(anyString())).thenReturn(Optional.of(stages));
        return progresses;
    }

    @Bean
    PausableRoutes pausableRoutes() {
        PausableRoutes routes = mock(PausableRoutes.class);
        when(routes.label(anyString()))
                .thenAnswer(call -> Optional.of(call.<String>getArgument(0))
                        .filter(id -> id.startsWith("sync-") || id.startsWith("receive-")));
        when(routes.isJob(anyString()))
                .thenAnswer(call -> call.<String>getArgument(0).startsWith("sync-"));
        return routes;
    }

    @Bean
    NightChoices nightChoices() {
        return mock(NightChoices.class);
    }

    @Bean
    Backlogs backlogs(DispatchDesk desk) {
        Backlogs backlogs = mock(Backlogs.class);
        when(backlogs.of(anyString())).thenReturn(new Backlogs.Backlog(3, 7, 2, 1, 1));
        when(backlogs.count(any())).thenReturn(new Backlogs.Count(12, 0));
        when(backlogs.look(anyCollection())).thenAnswer(call -> looks(call, desk));
        when(backlogs.after(any(), anyString(), anyInt())).thenAnswer(call -> List.of());
        return backlogs;
    }

    private static List<Backlogs.Look> looks(InvocationOnMock call, DispatchDesk desk) {
        Collection<String> wanted = call.getArgument(0);
        return wanted.stream()
                .flatMap(id -> desk.one(id).stream())
                .map(file -> file.summary())
                .map(one -> new Backlogs.Look(
                        one.dispatch(),
                        one.partner(),
                        one.sentence(),
                        one.state(),
                        true,
                        one.attempts(),
                        false,
                        false,
                        one.causeCode(),
                        one.cause()))
                .toList();
    }
}
