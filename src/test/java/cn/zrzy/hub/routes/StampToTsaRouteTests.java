package cn.zrzy.hub.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.Fact;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a stamp has to stand: goes through, is refused, authority away, and each wrong answer. The manifest's route is the same
 * template as the result's, so the wrong answers are met by one of them.
 */
class StampToTsaRouteTests {

    private static final Path OPENSSL = Path.of("/usr/bin/openssl");

    private static final String RESULT = "result";

    private PartnerHarness hub;

    @BeforeEach
    void start() {
        hub = PartnerHarness.get();
    }

    @AfterEach
    void nothingIsAmiss() {
        hub.agencies.calm();
        assertThat(hub.desk().breaches()).isEmpty();
    }

    private String happens(String paper, String mood, int count) {
        Fact fact = hub.stories.of(route(paper));
        hub.agencies.mood("tsa", mood, count);
        hub.happens(fact);
        return fact.key();
    }

    private static String route(String paper) {
        return "stamp-" + paper + "-to-tsa";
    }

    private static String file(String paper) {
        return paper + ".json";
    }

    /** Confirmed with the very token that is kept, and that token is over the paper's bytes. */
    private DispatchSummary stamped(String paper, String drawNo) throws Exception {
        DispatchSummary done = hub.await(route(paper), drawNo, DispatchState.CONFIRMED);
        TimeStampToken token = new TimeStampToken(
                new CMSSignedData(hub.papers().token(drawNo, file(paper)).orElseThrow()));
        assertThat(HexFormat.of().formatHex(token.getTimeStampInfo().getMessageImprintDigest()))
                .isEqualTo(imprint(paper, drawNo));
        assertThat(done.receiptNo())
                .isEqualTo(token.getTimeStampInfo().getSerialNumber().toString());
        return done;
    }

    private String imprint(String paper, String drawNo) {
        return Digest.sha256(hub.papers().paper(drawNo, file(paper)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest", RESULT})
    void goesThrough(String paper) throws Exception {
        String drawNo = happens(paper, "calm", 0);
        assertThat(stamped(paper, drawNo).attempts()).isEqualTo(1);
        assertThat(hub.agencies.effects("tsa", imprint(paper, drawNo))).isEqualTo(1);
    }

    /** A program that shares nothing with hub, sandbox or verifiers. */
    @ParameterizedTest
    @ValueSource(strings = {"manifest", RESULT})
    void opensslAcceptsTheToken(String kind) throws Exception {
        assumeTrue(Files.isExecutable(OPENSSL), "no openssl here");
        String drawNo = happens(kind, "calm", 0);
        stamped(kind, drawNo);
        Path folder = Files.createTempDirectory("stamp");
        Path paper = Files.write(folder.resolve(file(kind)), hub.papers().paper(drawNo, file(kind)));
        Path token = Files.write(
                folder.resolve(file(kind) + ".tsr"),
                hub.papers().token(drawNo, file(kind)).orElseThrow());
        assertThat(openssl(paper, token)).contains("Verification: OK");
        Files.writeString(paper, "!", StandardOpenOption.APPEND);
        assertThat(openssl(paper, token)).contains("Verification: FAILED");
    }

    private String openssl(Path paper, Path token) throws Exception {
        Process process = new ProcessBuilder(
                        OPENSSL.toString(),
                        "ts",
                        "-verify",
                        "-data",
                        paper.toString(),
                        "-in",
                        token.toString(),
                        "-token_in",
                        "-CAfile",
                        hub.agencies.file("tsa/root.pem").toString())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "rejecting, E-TSA-REFUSED",
        "wrong-imprint, E-TSA-IMPRINT",
        "wrong-nonce, E-TSA-NONCE",
        "old-time, E-TSA-TIME"
    })
    void isParkedAndStampedOnceTheAuthorityIsRight(String mood, String code) throws Exception {
        String drawNo = happens(RESULT, mood, 1);
        DispatchSummary parked = hub.await(route(RESULT), drawNo, DispatchState.PARKED);
        assertThat(parked.causeCode()).isEqualTo(code);
        assertThat(parked.owner()).isNotEmpty();
        assertThat(hub.papers().token(drawNo, file(RESULT)))
                .as("no such token is kept")
                .isEmpty();
        hub.acts().dueNow(parked.dispatch(), "王强", "时间戳机构已更正");
        stamped(RESULT, drawNo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "garbage", "answer-lost"})
    void isAskedForAgain(String mood) throws Exception {
        String drawNo = happens(RESULT, mood, 2);
        assertThat(stamped(RESULT, drawNo).attempts()).isGreaterThan(1);
    }
}
