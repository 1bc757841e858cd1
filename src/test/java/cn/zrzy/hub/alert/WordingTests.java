package cn.zrzy.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The text that people get. */
class WordingTests {

    private static final OffsetDateTime SINCE = OffsetDateTime.parse("2026-11-30T01:18:00+08:00");
    private static final Duration ANY = Duration.ofSeconds(1);
    private final Wording wording = new Wording(
            new AlertTerms(
                    ANY,
                    ANY,
                    ANY,
                    ANY,
                    ANY,
                    "https://hub.example.cn/",
                    new AlertTerms.Heartbeat("", ANY),
                    Map.of(),
                    Map.of()),
            "DRILL");

    @Test
    void oneAlertHasItsNumberItsSentenceItsLinkAndSaysThatItIsADrill() {
        assertThat(wording.of(List.of(letter(4, Letter.What.URGENT)), 2000).text())
                .isEqualTo("【枢纽告警（演练）】17 号　须处理\n17 号　须处理：省平台有 12 件报送转人工（自 11-30 01:18）\n"
                        + "https://hub.example.cn/messages?state=PARKED");
    }

    @Test
    void threeHundredBecomeOneMessageThatFitsAndSaysHowManyAreLeftOut() {
        List<Letter> crowd = LongStream.range(0, 300)
                .mapToObj(no -> letter(no, Letter.What.URGENT))
                .toList();
        Bulletin digest = wording.of(crowd, 2000);
        assertThat(digest.text().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2000);
        assertThat(digest.text())
                .startsWith("【枢纽告警（演练）】300 条")
                .containsPattern("另有 2[0-9]{2} 条，见 https://hub.example.cn/alerts");
        assertThat(digest.letters()).hasSize(300);
    }

    @Test
    void sameLettersHaveTheSameNumberSoThatASecondCopyIsKnown() {
        List<Letter> two = List.of(letter(8, Letter.What.URGENT), letter(9, Letter.What.MENDED));
        assertThat(wording.of(two, 2000).id())
                .isEqualTo("alert-letter-8-9")
                .isEqualTo(wording.of(two, 600).id());
    }

    private static Letter letter(long no, Letter.What what) {
        return new Letter(no, 17, what, "省平台有 12 件报送转人工", "/messages?state=PARKED", SINCE);
    }
}
