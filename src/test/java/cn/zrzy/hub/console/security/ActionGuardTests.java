package cn.zrzy.hub.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

/** No button works without a reason, nor twice. */
class ActionGuardTests {

    private final ActionTokens tokens = mock(ActionTokens.class);
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/strays/1");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private HandlerMethod button;

    static class Page {
        @Action
        public void button() {}
    }

    @BeforeEach
    void aButton() throws NoSuchMethodException {
        button = new HandlerMethod(new Page(), Page.class.getMethod("button"));
    }

    private boolean passes() throws Exception {
        return new ActionGuard(tokens).preHandle(request, response, button);
    }

    @Test
    void nothingIsDoneWithoutAReason() throws Exception {
        request.setParameter("reason", " ");
        assertThat(passes()).isFalse();
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getErrorMessage()).isEqualTo("E-ACTION-REASON");
    }

    @Test
    void aTokenWorksOnce() throws Exception {
        request.setParameter("reason", "已核对");
        request.setParameter("actionToken", "T1");
        when(tokens.use(request, "T1")).thenReturn(true, false);
        assertThat(passes()).isTrue();
        assertThat(passes()).isFalse();
        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getErrorMessage()).isEqualTo("E-ACTION-REPEATED");
    }
}
