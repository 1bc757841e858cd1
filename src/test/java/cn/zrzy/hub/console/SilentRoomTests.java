package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.duty.Deadlines;
import cn.zrzy.hub.intake.Quarantine;
import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import cn.zrzy.hub.registry.RegistryBook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A room that fails to say how it stands is on the desk itself, and the others are still heard. */
class SilentRoomTests {

    @Test
    void oneSilentRoomSilencesNobodyElse() {
        DispatchDesk dispatches = mock(DispatchDesk.class);
        Words words = mock(Words.class);
        when(words.masked(any())).thenAnswer(call -> call.getArgument(0));
        Concerns broken = () -> {
            throw new IllegalStateException("no such disk");
        };
        Concerns sound = () -> List.of(new Concern("strays", List.of(1L, "读不懂"), null, null, "/strays", false));
        OpenProblems desk = new OpenProblems(
                dispatches,
                mock(RegistryBook.class),
                mock(Quarantine.class),
                mock(Deadlines.class),
                mock(DrawProblems.class),
                mock(PartnerProblems.class),
                List.of(broken, sound),
                words);
        assertThat(desk.open(List.of()))
                .extracting(Problem::text)
                .containsExactly("concern.room-silent", "concern.strays");
    }
}
