package cn.zrzy.hub.draw.jdbc;

import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.Signers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the draw's ledger; the draw itself knows no Spring. */
@Configuration
class DrawConfiguration {

    @Bean
    DrawLedger drawLedger(
            JdbcClient jdbc, @Value("${secret.draw-sm2}") String sm2, @Value("${secret.draw-ed25519}") String ed25519) {
        return new JdbcDrawLedger(jdbc, new Signers(sm2, ed25519));
    }
}
