package cn.zrzy.hub.plumbing.pause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.duty.PausableRoutes;
import cn.zrzy.hub.duty.pause.RoutePause;
import cn.zrzy.hub.duty.pause.RoutePauses;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receiving routes read nothing before the pauses were looked at, and then as these say. */
class PausedReceiversTests {

    private static final String ROUTE = "receive-replies";

    private final RoutePauses pauses = mock(RoutePauses.class);
    private final PausableRoutes routes = mock(PausableRoutes.class);
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private PausedReceivers receivers;

    @BeforeEach
    void aHubHasJustStarted() throws Exception {
        when(routes.receiving()).thenReturn(Set.of(ROUTE));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:replies").routeId(ROUTE).autoStartup(false).to("seda:read");
            }
        });
        camel.start();
        receivers = new PausedReceivers(pauses, routes, camel.createProducerTemplate());
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void onePausedBeforeTheRestartReadsNothingUntilItsEnd() {
        paused(true);
        receivers.look();
        assertThat(status()).isEqualTo(ServiceStatus.Stopped);
        paused(false);
        receivers.look();
        assertThat(status()).isEqualTo(ServiceStatus.Started);
    }

    @Test
    void onePausedWhileItReadsStopsAndGoesOn() {
        receivers.look();
        assertThat(status()).isEqualTo(ServiceStatus.Started);
        paused(true);
        receivers.look();
        assertThat(status()).isEqualTo(ServiceStatus.Suspended);
        paused(false);
        receivers.look();
        assertThat(status()).isEqualTo(ServiceStatus.Started);
    }

    private void paused(boolean yes) {
        OffsetDateTime now = OffsetDateTime.now();
        when(pauses.open())
                .thenReturn(yes ? List.of(new RoutePause(ROUTE, now, now.plusHours(1), "limin", "试验")) : List.of());
    }

    private ServiceStatus status() {
        return camel.getRouteController().getRouteStatus(ROUTE);
    }
}
