package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.OfficeProcess;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Test;

/** One agency returns what was sent to another (attack 6): key and digest can be had from the public page, the right cannot. */
class ForgedReceiptTests {

    private final HubProcess hub = BlackBoxHub.running().process();

    @Test
    void enforcementCannotReturnWhatThePortalHasPublished() throws Exception {
        OfficeProcess office = OfficeProcess.start(hub, "papers", 0);
        assertThat(office.endedWell(180)).as("see " + office.log()).isTrue();
        await("select 1 from delivery.dispatch where route = 'publish-plan-to-portal' and state = 'CONFIRMED'");

        String key = one("select idempotency_key from delivery.dispatch where route = 'publish-plan-to-portal'");
        String digest = one("select b.digest from delivery.body b join delivery.dispatch d on d.no = b.dispatch"
                + " where d.route = 'publish-plan-to-portal'");
        send("{\"idempotencyKey\":\"" + key + "\",\"digest\":\"" + digest + "\",\"receiptNo\":\"许执退1号\","
                + "\"receivedAt\":\"2026-11-28T09:00:00+08:00\",\"verdict\":\"退回补正\",\"reason\":\"不属我方\"}");
        String marked = "after the forged one " + UUID.randomUUID();
        send(marked);
        await("select 1 from delivery.stray_receipt where raw = '" + marked + "'");

        assertThat(one("select state from delivery.dispatch where route = 'publish-plan-to-portal'"))
                .isEqualTo("CONFIRMED");
        assertThat(one("select count(*) from delivery.stray_receipt where cause_code = 'E-RECEIPT-PARTNER'"))
                .isEqualTo("1");
    }

    private void send(String text) throws JMSException, IOException {
        try (jakarta.jms.Connection line = new JmsConnectionFactory(
                        "enforcement", hub.secret("broker-enforcement"), "amqp://127.0.0.1:" + hub.brokerPort())
                .createConnection()) {
            Session session = line.createSession();
            session.createProducer(session.createQueue("agency.enforcement.outbox"))
                    .send(session.createTextMessage(text));
        }
    }

    private void await(String sql) throws Exception {
        long giveUp = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (one(sql).isEmpty()) {
            assertThat(System.nanoTime()).as(sql).isLessThan(giveUp);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private String one(String sql) throws SQLException, IOException {
        try (Connection database = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + hub.postgresPort() + "/postgres",
                        "hub",
                        hub.secret("postgres-password"));
                ResultSet rows = database.createStatement().executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
