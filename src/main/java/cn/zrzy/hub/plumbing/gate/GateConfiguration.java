package cn.zrzy.hub.plumbing.gate;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the gate into the web server (门卫上岗). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GateSettings.class)
class GateConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> gate(GateSettings settings) {
        return server -> {
            if (!settings.proxies().isEmpty()) {
                server.addEngineValves(proxy(settings));
            }
            // In the context and not before it: the errors of whatever lies behind come back to it unanswered.
            server.addContextValves(new GateValve(settings));
            server.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(GateErrors.class.getName());
                }
            });
            server.setProtocol(SlowHeaders.class.getName());
            server.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof SlowHeaders protocol) {
                    protocol.setHeadersWithin(settings.headersWithin());
                }
            });
        };
    }

    /**
     * Takes the caller's address and whether it came by TLS from a named proxy, never the host: where we live is a setting.
     * Only these addresses are believed; the valve's own default would trust all private ones.
     */
    private static RemoteIpValve proxy(GateSettings settings) {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(settings.proxies().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }
}
