package cn.zrzy.hub.site;

import cn.zrzy.hub.fixtures.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jms.autoconfigure.JmsAutoConfiguration;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The public pages behind their real door, over the real books of draw, plan and catalogue: no route, no broker. */
@EnableAutoConfiguration(
        exclude = {QuartzAutoConfiguration.class, FlywayAutoConfiguration.class, JmsAutoConfiguration.class})
@ComponentScan(
        basePackages = {
            "cn.zrzy.hub.site",
            "cn.zrzy.hub.draw.jdbc",
            "cn.zrzy.hub.plan.jdbc",
            "cn.zrzy.hub.catalog",
            "cn.zrzy.hub.console.security",
            "cn.zrzy.hub.console.jdbc",
            "cn.zrzy.hub.audit"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Tests|Harness).*"))
class SiteHarness {

    @Bean(destroyMethod = "close")
    TestDatabase database() {
        return TestDatabase.fresh();
    }

    @Bean
    DataSource dataSource(TestDatabase database) {
        return database.dataSource();
    }

    /** Before the reveals are due, so that a frozen draw is seen waiting for them. */
    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-22T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    }
}
