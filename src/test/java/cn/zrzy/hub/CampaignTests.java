package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.fixtures.DrawStory;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubTest;
import cn.zrzy.hub.fixtures.HubUnderTest;
import java.io.IOException;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

/** 进一次门查多项事: two schemes of one campaign share a seed; nobody joins once a part of it is known. */
@HubTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CampaignTests {

    private static final String TERMS = "{\"campaign\": \"秋季联合抽查\"}";

    private final HubClient office;
    private final DrawStory story;
    private final DrawLedger ledger;

    CampaignTests(@LocalServerPort int port, ProducerTemplate jobs, DrawLedger ledger) {
        this.office = HubUnderTest.api(port, "周敏");
        this.story = new DrawStory(office, jobs);
        this.ledger = ledger;
    }

    @Test
    void schemesOfOneCampaignDrawTheSameSubjects() throws IOException {
        story.registries();
        String planNo = story.plan();
        String one = story.scheme(planNo, TERMS);
        String first = story.called(one);
        story.frozen(one, first);
        String two = story.scheme(planNo, TERMS);
        String second = story.called(two);
        story.frozen(two, second);

        story.seeded(one, first);
        String late = story.scheme(story.plan(), TERMS); // of this plan nothing is numbered before the results
        String third = story.called(late);
        assertThat(story.refusalOfFreeze(third)).contains("E-DRAW-CAMPAIGN");
        assertThat(office.post("/api/schemes/" + late + "/withdraw", "{\"document\": \"撤1\"}")
                        .status())
                .isEqualTo(200);

        story.drawn(one);
        story.drawn(two);
        assertThat(outcome(second).seed()).isEqualTo(outcome(first).seed()).hasSize(64);
        assertThat(subjects(second))
                .as("same pool, same seed: the same doors")
                .isEqualTo(subjects(first))
                .isNotEmpty();
        story.verified(second);
    }

    private DrawOutcome outcome(String drawNo) {
        return ledger.outcome(drawNo).orElseThrow();
    }

    private List<String> subjects(String drawNo) {
        return outcome(drawNo).picks().stream().map(Pick::subjectId).toList();
    }
}
