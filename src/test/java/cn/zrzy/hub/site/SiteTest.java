package cn.zrzy.hub.site;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** The public pages on a random port over {@link SiteScenes}, shared by the tests of this package. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SiteHarness.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.location=file:config/console.yaml",
            "logging.file.name=",
            "management.server.port=0",
            "hub.data=target/test-site-${fork:1}",
            "secret.draw-sm2=1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f",
            "secret.draw-ed25519=2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e",
            "draw.keys.from=2026-07-01",
            "draw.keys.retired[0].name=2025",
            "draw.keys.retired[0].from=2025-01-01",
            "draw.keys.retired[0].until=2026-06-30",
            "secret.draw-sm2-2025=3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d",
            "secret.draw-ed25519-2025=4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c",
            "site.public-url=https://zrzy.xuchang.example",
            "site.name=许昌市自然资源和规划局",
            "site.sponsor=许昌市自然资源和规划局",
            "site.operator=执法监督科",
            "site.phone=0374-2960000",
            "site.id-code=4110000001"
        })
@interface SiteTest {}
