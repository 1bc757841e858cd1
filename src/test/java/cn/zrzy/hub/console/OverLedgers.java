package cn.zrzy.hub.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * Pages over the real books of {@link LedgerHarness}, with and without a browser; all tests so marked share them and begin
 * with empty ones.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = LedgerHarness.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.location=file:config/console.yaml,file:config/schedules.yaml,file:config/queues.yaml,file:config/limits.yaml",
            "logging.file.name=",
            "management.server.port=0",
            "hub.checks.first=PT1H",
            "hub.checks.every=PT1H",
            "hub.data=target/test-ledgers-${fork:1}"
        })
@AutoConfigureMockMvc
@Import(Desk.class)
@interface OverLedgers {}
