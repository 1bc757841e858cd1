package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.draw.DrawHash;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.fixtures.DrawStory;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubTest;
import cn.zrzy.hub.fixtures.HubUnderTest;
import cn.zrzy.hub.fixtures.SandboxCity;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

/** 不预告检查: sealed by keepers, drawn with two of three shares, closed to the public until its day, then open to all. */
@HubTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SealedDrawTests {

    private final SandboxCity city = HubUnderTest.city();
    private final HubClient office;
    private final DrawStory story;
    private final ProducerTemplate jobs;
    private final DrawLedger ledger;
    private final JdbcClient jdbc;

    SealedDrawTests(
            @LocalServerPort int port,
            @Value("${secret.office-token}") String token,
            ProducerTemplate jobs,
            DrawLedger ledger,
            JdbcClient jdbc) {
        this.office = new HubClient("http://127.0.0.1:" + port, token, "周敏");
        this.story = new DrawStory(office, jobs);
        this.jobs = jobs;
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    @Test
    void anUnannouncedDrawStaysClosedUntilItsDay() throws IOException {
        byte[] secret = random();
        List<String> shares = Draws.splitSecret(secret, random());
        story.registries();
        String planNo = story.plan();
        OffsetDateTime openAt =
                OffsetDateTime.now(ZoneOffset.ofHours(8)).plusSeconds(75).withNano(0);
        String schemeNo = story.scheme(planNo, "{\"unannounced\": true, \"openAt\": \"%s\"}".formatted(openAt));
        String drawNo = story.called(schemeNo);

        HubClient.Reply sealed = story.offer(drawNo, "seal", "", Draws.secretHash(DrawHash.SM3, secret));
        assertThat(sealed.body().path("accepted").asBoolean()).isTrue();
        story.frozen(schemeNo, drawNo);
        assertThat(secretsKept(drawNo))
                .as("before the draw the hub cannot know S")
                .isZero();
        story.seeded(schemeNo, drawNo);
        story.draw();
        assertThat(story.standing(schemeNo).path("state").asText())
                .as("no draw without the keepers")
                .isEqualTo("FROZEN");

        assertThat(code(story.offer(drawNo, "shares", "路人", shares.get(0)))).isEqualTo("E-DRAW-KEEPER");
        assertThat(code(story.offer(drawNo, "shares", "公证处", shares.get(0).replace('7', '8') + "0")))
                .isEqualTo("E-DRAW-SHARE");
        story.offer(drawNo, "shares", "派驻纪检监察组", shares.get(0));
        List<String> foreign = Draws.splitSecret(random(), random());
        assertThat(story.offer(drawNo, "shares", "公证处", foreign.get(1))
                        .body()
                        .path("mismatch")
                        .asBoolean())
                .as("a share of another secret opens nothing, and blocks nobody")
                .isTrue();
        assertThat(story.offer(drawNo, "shares", "公证处", shares.get(2))
                        .body()
                        .path("complete")
                        .asBoolean())
                .isTrue();
        story.drawn(schemeNo);

        JsonNode picks = story.standing(schemeNo).path("result").path("picks");
        assertThat(picks).isNotEmpty();
        byte[] closed = story.verified(drawNo);
        assertThat(BundleCheck.names(closed))
                .contains("result.json")
                .doesNotContain("result.objects.csv", "secret.json");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> city.effects("portal").containsKey("publish-draw-to-portal:" + drawNo));
        assertThat(article(drawNo)).contains("已签名封存").doesNotContain(firstName(picks));

        jobs.requestBody("bean:drawOpening?method=openDue", (Object) null);
        assertThat(ledger.find(drawNo).orElseThrow().state())
                .as("not before its day")
                .isEqualTo("SEALED");
        await().atMost(Duration.ofSeconds(100)).until(() -> OffsetDateTime.now().isAfter(openAt.plusSeconds(1)));
        assertThat(ledger.overdueSecrets(OffsetDateTime.now()))
                .as("what the duty desk's alarm is made of")
                .anyMatch(entry -> entry.drawNo().equals(drawNo));
        jobs.requestBody("bean:drawOpening?method=openDue", (Object) null);

        assertThat(BundleCheck.names(story.verified(drawNo))).contains("result.objects.csv", "secret.json");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> city.effects("portal").containsKey("publish-opened-to-portal:" + drawNo));
        assertThat(article(drawNo)).contains(firstName(picks));
    }

    private String article(String drawNo) {
        String portal = "http://127.0.0.1:" + city.port("portal");
        String index = city.send(HttpRequest.newBuilder(URI.create(portal + "/portal/")));
        Matcher link = Pattern.compile("href=\"([^\"]+)\">随机抽取结果公告（" + drawNo).matcher(index);
        assertThat(link.find()).isTrue();
        return city.send(HttpRequest.newBuilder(URI.create(portal + link.group(1))));
    }

    private long secretsKept(String drawNo) {
        return jdbc.sql("select count(*) from plan.sealed_secret where draw_no = ? and secret is not null")
                .params(drawNo)
                .query(Long.class)
                .single();
    }

    private static String firstName(JsonNode picks) {
        return picks.get(0).path("objectName").asText();
    }

    private static String code(HubClient.Reply reply) {
        return reply.body().path("code").asText();
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
