package cn.zrzy.hub.draw;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.model.Disclosure;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.draw.outcome.Standing;
import cn.zrzy.hub.draw.paper.Membership;
import cn.zrzy.hub.draw.paper.SigningRing;
import cn.zrzy.hub.draw.seed.Commitment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one enterprise is told of itself, held against the whole result. */
class StandingTests {

    @Test
    void everySubjectLearnsItsTicketItsPlaceAndTheCutOff() {
        everyoneIsTold(SampleDraw.frozen());
    }

    private static void everyoneIsTold(FrozenDraw frozen) {
        DrawOutcome outcome = Draws.hold(frozen, SampleDraw.revealed(), SampleDraw.SIGNERS);
        Membership members = new Membership(frozen);
        int drawn = 0;
        int reserve = 0;
        for (PoolSubject subject : frozen.request().subjects()) {
            List<Standing> standings = members.standings(outcome, "", subject.id());
            assertThat(standings)
                    .hasSize(
                            subject.exclusionCode().isEmpty()
                                    ? subject.itemCodes().size()
                                    : 0);
            for (Standing s : standings) {
                Pick pick = new Pick(s.stratum(), s.rank(), subject.id(), s.ticket());
                assertThat(outcome.picks().contains(pick)).isEqualTo(s.drawn());
                assertThat(outcome.reserves().contains(pick)).isEqualTo(!s.drawn() && s.rank() > 0);
                assertThat(s.ticket().compareTo(s.cutoff()) <= 0).isEqualTo(s.drawn());
                drawn += s.drawn() ? 1 : 0;
                reserve += !s.drawn() && s.rank() > 0 ? 1 : 0;
            }
        }
        assertThat(drawn).isEqualTo(outcome.picks().size());
        assertThat(reserve).isEqualTo(outcome.reserves().size());
    }

    @Test
    void aSealedDrawIsExplainedByItsSecret() {
        String secret = "ab".repeat(32);
        FrozenDraw frozen = Draws.freeze(
                SampleDraw.with(SampleDraw.request(60, 16, 8), parts -> {
                    parts.disclosure = new Disclosure(
                            false, SampleDraw.HELD.plusDays(30), Commitment.sealed(DrawHash.SM3, Bytes.unhex(secret)));
                    return parts;
                }),
                SampleDraw.SIGNERS);
        DrawOutcome outcome = Draws.hold(frozen, SampleDraw.revealed(secret), SampleDraw.SIGNERS);
        Pick pick = outcome.picks().get(0);
        Membership members = new Membership(frozen);
        assertThat(members.standings(outcome, secret, pick.subjectId()))
                .extracting(Standing::ticket)
                .contains(pick.ticket());
        assertThat(members.standings(outcome, "", pick.subjectId()))
                .extracting(Standing::ticket)
                .doesNotContain(pick.ticket());
    }

    @Test
    void theKeysOfADrawAreThoseOfItsSigners() {
        SigningRing.Published current = SampleDraw.SIGNERS.published().get(0);
        assertThat(SampleDraw.frozen().keys()).isEqualTo(current.keys());
        assertThat(current.keys().fingerprint()).matches("[0-9a-f]{16}");
    }
}
