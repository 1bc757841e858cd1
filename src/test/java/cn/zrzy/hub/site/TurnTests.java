package cn.zrzy.hub.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 排队: one at a time, and who cannot be served is told so and not left waiting. */
@SiteTest
class TurnTests {

    @Autowired
    WithheldPages page;

    @Autowired
    Dossiers dossiers;

    @Autowired
    SiteScenes scenes;

    @Test
    void whoWaitsTooLongIsSentAwayAndTheTurnIsFreeAgain() throws Exception {
        Turn turn = new Turn(Duration.ofMillis(50));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> turn.take(() -> {
            begun.countDown();
            await(end);
            return "first";
        }));
        begun.await();
        assertThatThrownBy(() -> turn.take(() -> "second")).isInstanceOf(Turn.Busy.class);
        end.countDown();
        assertThat(first.get()).isEqualTo("first");
        assertThat(turn.take(() -> "third")).isEqualTo("third");
        assertThatThrownBy(() -> turn.take(() -> {
                    throw new IllegalStateException("fourth");
                }))
                .hasMessage("fourth");
        assertThat(turn.take(() -> "fifth")).isEqualTo("fifth");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theBusyPageSaysWhenToComeBack() {
        var answer = page.busy(null, null);
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("10");
        assertThat(new String(answer.getBody(), StandardCharsets.UTF_8)).contains("请十秒后刷新本页");
    }

    @Test
    void aDrawWhoseEvidenceIsNotBelievedIsWithheld() {
        var answer = page.distrusted(new Rejected("E-DRAW-FORGED", "签名与文件不符"), null, null);
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(new String(answer.getBody(), StandardCharsets.UTF_8)).contains("暂不公布");
    }

    @Test
    void whatIsAtHandIsGivenAgain() {
        scenes.play();
        Dossier first = dossiers.find(SiteScenes.DRAWN).orElseThrow();
        assertThat(dossiers.find(SiteScenes.DRAWN)).containsSame(first);
    }
}
