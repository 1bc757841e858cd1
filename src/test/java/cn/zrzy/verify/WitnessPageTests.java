package cn.zrzy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.seed.Commitment;
import cn.zrzy.hub.draw.seed.SharedSecret;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** witness.html as a party and as the keepers use it: from file://, offline; the hub must accept what it makes. */
class WitnessPageTests {

    private final List<String> requests = new ArrayList<>();
    private Page page;

    @BeforeEach
    void open() {
        page = Trio.get().phone();
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(
                Path.of("src/verify/web/witness.html").toAbsolutePath().toUri().toString());
    }

    @AfterEach
    void nothingLeavesThePage() {
        assertThat(requests).allMatch(url -> url.startsWith("file:") || url.startsWith("data:"));
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("no sideways scrolling at 375 px")
                .isTrue();
        page.close();
    }

    @Test
    void aPartysCommitmentIsTheHubs() {
        page.fill("#draw", "XCZRZY-2026-0001");
        page.fill("#party", "派驻纪检监察组");
        page.click("#commit button");
        List<String> codes = page.locator("#commitment code").allInnerTexts();
        byte[] value = HexFormat.of().parseHex(codes.get(1));
        assertThat(codes.get(0)).isEqualTo(Commitment.of(DrawHash.SM3, "XCZRZY-2026-0001", "派驻纪检监察组", value));
        page.click("#commit button");
        assertThat(page.locator("#commitment code").allInnerTexts().get(1)).isNotEqualTo(codes.get(1));
    }

    @Test
    void anyTwoSharesOpenTheSealedSecret() {
        page.fill("#sealdraw", "XCZRZY-2026-0001");
        page.click("#seal button");
        List<String> codes = page.locator("#shares code").allInnerTexts();
        assertThat(codes).hasSize(4);
        for (List<String> two : List.of(
                List.of(codes.get(1), codes.get(2)),
                List.of(codes.get(1), codes.get(3)),
                List.of(codes.get(3), codes.get(2)))) {
            assertThat(SharedSecret.open(two, DrawHash.SM3, codes.get(0))).isPresent();
        }
    }
}
