package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People's own pages in a real browser: an account is opened, its owner sets the password and makes a token, on a phone too. */
@SpringBootTest(
        classes = ConsoleHarness.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.location=file:config/console.yaml",
            "logging.file.name=",
            "management.server.port=0"
        })
class PeopleBrowserTests {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("hub.data", data::toString);
    }

    @LocalServerPort
    int port;

    @Test
    void aNewcomerSetsThePasswordAndMakesAToken() throws IOException {
        try (Visitor visitor = new Visitor("http://localhost:" + port, 1366, 768)) {
            visitor.logInThroughTheSetupLink(data);
            String link = open(visitor);
            look(visitor, "accounts-1366");
            visitor.page.setViewportSize(390, 844);
            look(visitor, "accounts-390");
            visitor.page.context().clearCookies();
            visitor.visit(link.substring(link.indexOf("/welcome")));
            look(visitor, "welcome-390");
            visitor.fill("welcome-password", Visitor.PASSWORD);
            visitor.fill("welcome-repeated", Visitor.PASSWORD);
            visitor.page.locator("[data-testid=welcome]").click();
            visitor.page.waitForURL("**/login?ready");
            visitor.logIn("newcomer");
            make(visitor, "390");
            visitor.page.setViewportSize(1366, 768);
            visitor.speak("en");
            make(visitor, "1366");
            assertThat(visitor.complaints).isEmpty();
        }
    }

    private static String open(Visitor visitor) {
        visitor.visit("/accounts");
        visitor.fill("account-username", "newcomer");
        visitor.fill("account-name", "李新");
        visitor.fill("account-reason", "新入职");
        visitor.page.locator("[data-testid=account-open]").click();
        return visitor.page.locator("[data-testid=account-link]").inputValue();
    }

    private static void make(Visitor visitor, String width) throws IOException {
        visitor.visit("/tokens");
        look(visitor, "tokens-" + width);
        visitor.fill("token-name", "值班电脑");
        visitor.page.locator("[data-testid=token-rights]").selectOption(new SelectOption().setValue("false"));
        visitor.fill("token-password", Visitor.PASSWORD);
        visitor.fill("token-reason", "命令行");
        visitor.page.locator("[data-testid=token-make]").click();
        String token = visitor.page.locator("[data-testid=token-made]").inputValue();
        assertThat(token).startsWith("hubpt_");
        look(visitor, "token-made-" + width);
        visitor.visit("/tokens");
        assertThat(visitor.page.content()).as("shown once").doesNotContain(token);
    }

    private static void look(Visitor visitor, String what) throws IOException {
        assertThat(visitor.page.content()).as(what).doesNotContain("??");
        visitor.inspect(what);
        visitor.picture(Path.of("target/screenshots", "people-" + what + ".png"), true);
    }
}
