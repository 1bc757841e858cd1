package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.LeasedDispatch;
import cn.zrzy.hub.delivery.PartnerLoad;
import cn.zrzy.hub.delivery.PartnerState;
import cn.zrzy.hub.delivery.Standstill;
import cn.zrzy.hub.kernel.Rejected;
import java.net.ConnectException;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An addressee that does not answer is known by that, since when, and by nothing else. */
class StandstillTests {

    private static final String ROUTE = "publish-plan-to-province";

    private final LedgerFixture hub = new LedgerFixture();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void whoAnswersNothingIsSilentSinceTheFirstTry() {
        LeasedDispatch leased = hub.oweAndClaim(ROUTE, "P1@1");
        hub.beginAndKeep(leased);
        hub.ledger.postpone(leased.dispatch(), leased.leaseNo(), new ConnectException("Connection refused"));
        OffsetDateTime since = province().silentSince();
        assertThat(since).isNotNull();
        assertThat(province().standing()).isEqualTo(PartnerState.SILENT);
        hub.timePasses();
        LeasedDispatch again = hub.claimOne();
        assertThat(province().standing()).as("while it is tried again").isEqualTo(PartnerState.SILENT);
        hub.beginAndKeep(again);
        hub.ledger.postpone(again.dispatch(), again.leaseNo(), new ConnectException("Connection refused"));
        assertThat(province().silentSince()).isEqualTo(since);
        assertThat(hub.desk.standstills())
                .singleElement()
                .satisfies(row -> assertThat(row.cause()).isEqualTo("连接不上对方，报文没有发出"));
        hub.timePasses();
        hub.send(hub.claimOne());
        assertThat(province().standing()).isEqualTo(PartnerState.CALM);
        assertThat(hub.desk.standstills()).isEmpty();
    }

    @Test
    void whoAnswersOthersIsNotSilent() {
        LeasedDispatch stuck = hub.oweAndClaim(ROUTE, "P1@1");
        hub.beginAndKeep(stuck);
        hub.ledger.doubt(stuck.dispatch(), stuck.leaseNo(), new java.net.SocketTimeoutException("Read timed out"));
        assertThat(province().standing()).isEqualTo(PartnerState.SILENT);
        hub.owe(ROUTE, "P2@1", "XC-2026-P02");
        hub.send(hub.claimOne());
        assertThat(province().standing()).isEqualTo(PartnerState.DOUBTED);
        assertThat(hub.desk.standstills()).extracting(Standstill::causeCode).containsExactly("E-UNKNOWN");
    }

    @Test
    void whoRefusesIsNotSilent() {
        LeasedDispatch stuck = hub.oweAndClaim(ROUTE, "P1@1");
        hub.beginAndKeep(stuck);
        hub.ledger.doubt(stuck.dispatch(), stuck.leaseNo(), new java.net.SocketTimeoutException("Read timed out"));
        hub.owe(ROUTE, "P2@1", "XC-2026-P02");
        LeasedDispatch refused = hub.claimOne();
        hub.beginAndKeep(refused);
        hub.ledger.park(refused.dispatch(), refused.leaseNo(), new Rejected("E-1042", "缺字段"));
        assertThat(province().standing()).isEqualTo(PartnerState.PARKED);
    }

    @Test
    void whatIsDueAndNotTakenIsOurFault() {
        hub.owe(ROUTE, "P1@1", "XC-2026-P01");
        assertThat(hub.desk.standstills()).isEmpty();
        hub.jdbc
                .sql("update delivery.dispatch set next_at = now() - interval '3 minutes'")
                .update();
        assertThat(hub.desk.standstills()).extracting(Standstill::causeCode).containsExactly("E-NOT-TAKEN");
        hub.jdbc.sql("""
                        insert into delivery.key_check (partner, question_no, since, must_answer, patience_ends, next_at)
                        values ('province', 'q1', now(), true, now(), now())""").update();
        assertThat(hub.desk.standstills()).as("held until it has told its keys").isEmpty();
        assertThat(province().standing()).isEqualTo(PartnerState.HELD);
    }

    private PartnerLoad province() {
        return hub.desk.loads().stream()
                .filter(load -> load.partner().equals("province"))
                .findFirst()
                .orElseThrow();
    }
}
