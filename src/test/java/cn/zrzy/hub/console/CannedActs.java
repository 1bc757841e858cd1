package cn.zrzy.hub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.delivery.Backlogs;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.Pauses;
import cn.zrzy.hub.duty.NightChoices;
import java.util.Collection;
import java.util.List;
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
