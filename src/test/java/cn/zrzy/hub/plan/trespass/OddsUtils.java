package cn.zrzy.hub.plan.trespass;

import cn.zrzy.hub.delivery.DeliveryLedger;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks the fences on purpose: another room, Camel and SQL in the wrong place, the public's verifier, field injection, a nap, a leak. */
@SuppressWarnings("unused")
class OddsUtils {

    @Value("${x}")
    private String injected;

    DeliveryLedger otherRoom;
    CamelContext camel;
    JdbcClient sql;
    cn.zrzy.verify.VerifyCommand judge;

    void leak() {
        sql.sql("select 1").query(String.class).stream().forEach(row -> {});
    }

    void nap() throws InterruptedException {
        Thread.sleep(1L);
    }
}
