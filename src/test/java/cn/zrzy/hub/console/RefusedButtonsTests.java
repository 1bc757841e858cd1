package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.find.Search;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchFile;
import cn.zrzy.hub.delivery.StrayDesk;
import cn.zrzy.hub.kernel.Rejected;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** What a page's button does not do, and what the trail has of it. */
class RefusedButtonsTests {

    private final AuditTrail audit = mock(AuditTrail.class);
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void whatSomebodyElseFiledIsNotFiledAgain() {
        StraysPage page = new StraysPage(
                mock(StrayDesk.class), audit, new TransactionTemplate(mock(PlatformTransactionManager.class)));
        refused("E-STRAY-SETTLED", () -> page.file(7, "已核对", request, new RedirectAttributesModelMap()));
        verifyNoInteractions(audit);
    }

    @Test
    void theBodyOfASealedDrawIsNotShownAndTheTrailSaysThatItWasAskedFor() {
        DispatchDesk desk = mock(DispatchDesk.class);
        Search search = mock(Search.class);
        when(desk.one("D1")).thenReturn(Optional.of(mock(DispatchFile.class, RETURNS_DEEP_STUBS)));
        when(search.closed(any(), any())).thenReturn(true);
        MessagePage page = new MessagePage(desk, search, audit, mock(Times.class));
        refused("E-DRAW-SEALED", () -> page.body("D1", "核对", request, new ExtendedModelMap()));
        verify(audit).record(argThat(event -> event.result().contains("拒绝")));
    }

    private static void refused(String code, ThrowingCallable button) {
        assertThatThrownBy(button)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
