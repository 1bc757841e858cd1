package cn.zrzy.hub.plumbing.api;

import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How routes answer over HTTP (接口运行方式). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiTexts.class)
class ApiConfiguration {

    /**
     * A call is carried out by the thread that took it. Camel would hand it to eight others behind an endless queue, where
     * nobody knows who calls (the request's principal belongs to its own thread) and eight slow callers stop all.
     */
    @Bean("platform-http-engine")
    PlatformHttpEngine platformHttpEngine(@Value("${server.port:8080}") int port) {
        return new SpringBootPlatformHttpEngine(port, Runnable::run);
    }
}
