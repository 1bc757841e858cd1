package cn.zrzy.hub.console.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.kernel.Rejected;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the API says of a search that was stopped, and of a message that is not there. */
class MessageRowsTests {

    private final MessageRows rows =
            new MessageRows(mock(DispatchDesk.class), new Search(List.of(), List::of, new Patience() {
                @Override
                public <T> Optional<T> within(Supplier<T> look) {
                    return Optional.empty();
                }
            }));

    @Test
    void whatTakesTooLongIsSaidAndIsNotNothing() {
        refuses("E-FIND-LATE", () -> rows.find("许昌"));
    }

    @Test
    void aNumberThatNobodyKnowsIsNotFound() {
        refuses("E-DISPATCH-UNKNOWN", () -> rows.show("D-none"));
    }

    private static void refuses(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
