package cn.zrzy.hub.draw.jdbc;

import cn.zrzy.hub.draw.DrawCode;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.paper.SigningRing;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the draw's code, keys and ledger; the draw itself knows no Spring. */
@Configuration
@EnableConfigurationProperties(SigningKeys.class)
class DrawConfiguration {

    @Bean
    SigningRing signingRing(SigningKeys keys, Environment secrets) {
        return keys.ring(secrets);
    }

    @Bean
    DrawCode drawCode(BuildProperties build) {
        return DrawCode.of(build.getVersion(), RunningCode.classes());
    }

    @Bean
    DrawLedger drawLedger(JdbcClient jdbc, SigningRing ring, PlatformTransactionManager transactions) {
        return new JdbcDrawLedger(jdbc, ring, transactions);
    }
}
