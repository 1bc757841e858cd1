package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.HubProcess;
import java.nio.file.Path;

/** The console of a whole hub after its night, in a real browser; {@code -Dscreenshots=docs} takes the manual's pictures anew. */
public final class NightInBrowser {

    private NightInBrowser() {}

    /** @param hub at rest, its setup link not used yet */
    public static void look(HubProcess hub) throws Exception {
        try (Visitor visitor = new Visitor(hub.url(), 1440, 1040)) {
            visitor.logInThroughTheSetupLink(hub.data());
            for (String path : new String[] {"/ops", "/routes", "/messages", "/quarantine", "/sync"}) {
                visitor.visit(path);
                visitor.inspect(path);
                assertThat(visitor.page.content()).as(path).doesNotContain("??");
                visitor.picture(file(path), "/ops".equals(path));
            }
            visitor.visit("/messages?state=CONFIRMED");
            visitor.page.locator("[data-testid=open-message]").first().click();
            visitor.page.waitForSelector("[data-testid=receipt-no]");
            visitor.inspect("one message");
            visitor.picture(file("/message"), true);
            visitor.speak("en");
            visitor.wear("dark");
            visitor.visit("/ops");
            visitor.inspect("/ops en dark");
            visitor.picture(Path.of("target/screenshots/hub-ops-en-dark.png"), true);
            assertThat(visitor.complaints).isEmpty();
        }
    }

    private static Path file(String path) {
        String name = path.substring(1) + ".png";
        return Visitor.FOR_THE_DOCS ? Path.of("docs/screenshots", name) : Path.of("target/screenshots", "hub-" + name);
    }
}
