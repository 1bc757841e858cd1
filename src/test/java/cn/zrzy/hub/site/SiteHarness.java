package cn.zrzy.hub.site;

import cn.zrzy.hub.ceremony.hall.DrawPhases;
import cn.zrzy.hub.ceremony.hall.DrawScene;
import cn.zrzy.hub.fixtures.FreshDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jms.autoconfigure.JmsAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The public pages behind their real door, over the real books of draw, plan and catalogue: no route, no broker. */
@EnableAutoConfiguration(exclude = {FlywayAutoConfiguration.class, JmsAutoConfiguration.class})
@ComponentScan(
        basePackages = {
            "cn.zrzy.hub.site",
            "cn.zrzy.hub.draw.jdbc",
            "cn.zrzy.hub.plan.jdbc",
            "cn.zrzy.hub.ceremony.jdbc",
            "cn.zrzy.hub.catalog",
            "cn.zrzy.hub.console.security",
            "cn.zrzy.hub.console.jdbc",
            "cn.zrzy.hub.audit"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Tests|Harness).*"))
@Import(FreshDatabase.class)
class SiteHarness {

    /** Before the reveals are due, so that a frozen draw is seen waiting for them. */
    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-22T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    }

    /** What the plan room says of a draw that is not held: frozen, unless it is the one that cannot be held any more. */
    @Bean
    DrawPhases phases() {
        return frozen -> frozen.drawNo().equals(SiteScenes.DEAD) ? DrawScene.State.DEAD : DrawScene.State.FROZEN;
    }

    /** A page that fails as none should. */
    @Bean
    RouterFunction<ServerResponse> broken() {
        return RouterFunctions.route(RequestPredicates.GET("/pub/broken"), request -> {
            throw new IllegalStateException("no such disk");
        });
    }
}
