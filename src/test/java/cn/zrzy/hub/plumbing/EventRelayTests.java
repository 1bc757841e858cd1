package cn.zrzy.hub.plumbing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Fact;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fact's route throws reaches the business change as it was thrown; nobody reads Camel's words about it. */
class EventRelayTests {

    private record Struck(RuntimeException failure) implements Fact {

        @Override
        public String event() {
            return "test.struck";
        }

        @Override
        public String key() {
            return "T-1";
        }

        @Override
        public String orderKey() {
            return key();
        }

        @Override
        public String sentence() {
            return "试验";
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Rejected.class, TryLater.class, IllegalStateException.class})
    void aFailureIsHandedBackAsItIs(Class<? extends RuntimeException> kind) throws Exception {
        RuntimeException failure = kind == Rejected.class
                ? new Rejected("E-TASK-REPORTED", "任务已录入检查结果")
                : kind == TryLater.class ? new TryLater("等待") : new IllegalStateException("方案已被另一进程冻结");
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:test.struck").errorHandler(noErrorHandler()).process(exchange -> {
                        throw exchange.getMessage().getBody(Struck.class).failure();
                    });
                }
            });
            camel.start();
            EventRelay relay = new EventRelay(camel, camel.createProducerTemplate());
            assertThatThrownBy(() -> relay.relay(new Struck(failure))).isSameAs(failure);
        }
    }
}
