package cn.zrzy.hub.console;

import cn.zrzy.hub.fixtures.FreshDatabase;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jms.autoconfigure.JmsAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The console and the audit trail on a real PostgreSQL, between canned books: no route, no broker. */
// No stereotype: the scan of a whole hub, started from the test class path, must not find it.
@EnableAutoConfiguration(exclude = {FlywayAutoConfiguration.class, JmsAutoConfiguration.class})
@ComponentScan(
        basePackages = {"cn.zrzy.hub.console", "cn.zrzy.hub.act", "cn.zrzy.hub.audit"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*(Tests|Harness|CannedBooks|CannedActs|CannedAlerts).*"))
@Import({FreshDatabase.class, CannedBooks.class, CannedActs.class, CannedAlerts.class, CannedDraws.class})
class ConsoleHarness {

    /** A hundred passwords are set here that guard nothing; the door's own are tried in {@code PasswordsTests}. */
    @Bean
    @Primary
    PasswordEncoder quickPasswords() {
        return new BCryptPasswordEncoder(4);
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    /** Stands where the public pages stand, whose picture the hall shows. */
    @Bean
    RouterFunction<ServerResponse> code() {
        return RouterFunctions.route(
                RequestPredicates.GET("/pub/draws/{drawNo}/qr.png"),
                request -> ServerResponse.ok()
                        .contentType(MediaType.valueOf("image/svg+xml"))
                        .body(new ClassPathResource("static/assets/console/icon.svg")));
    }

    /** Stands where the routes of routes/api stand, so that the door in front of them can be tried. */
    @Bean
    RouterFunction<ServerResponse> api() {
        return RouterFunctions.route(
                RequestPredicates.path("/api/**"),
                request -> ServerResponse.ok().body("{}"));
    }
}
