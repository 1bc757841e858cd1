package cn.zrzy.hub.console;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zrzy.hub.console.security.AccountDesk;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.Person;
import cn.zrzy.hub.console.security.Role;
import java.nio.file.Path;
import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** What the checks found stands on the duty desk by name, at most twenty of it, and so does a check that no longer comes. */
@SpringBootTest(
        classes = ConsoleHarness.class,
        properties = {
            "spring.config.location=file:config/console.yaml",
            "logging.file.name=",
            "management.server.port=0",
            "canned=false"
        })
@AutoConfigureMockMvc
class BookProblemsTests {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("hub.data", data::toString);
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AccountDesk people;

    @BeforeEach
    void clean() {
        jdbc.sql("truncate console.breach, console.book_check").update();
        jdbc.sql("delete from console.account").update();
        people.open(
                new AccountDesk.Application("lead", "李敏", Role.LEAD, "Night-Watch-2026", "Night-Watch-2026"),
                new Actor("system", "", ""),
                "试验");
    }

    @Test
    void eachBookIsNamedWithItsObjectAndTheWayThere() throws Exception {
        breach("delivery", "D000000007", "I1", "已确认但没有回执");
        breach("registry", "20261123-sync-parcels-from-landuse", "I1", "收到 10 行，去向合计 7 行");
        breach("duty", "20261123-draw-run", "I7", "运行没有结束");
        desk(containsString("报送台账账目不符（I1）：D000000007 已确认但没有回执"));
        desk(containsString("href=\"/messages/D000000007\""));
        desk(containsString("名录台账账目不符（I1）：20261123-sync-parcels-from-landuse 收到 10 行，去向合计 7 行"));
        desk(containsString("href=\"/sync/20261123-sync-parcels-from-landuse\""));
        desk(containsString("值班台账账目不符（I7）：20261123-draw-run 运行没有结束"));
    }

    @Test
    void ofAMultitudeTwentyAreListedAndAllAreCounted() throws Exception {
        for (int i = 1; i <= 31; i++) {
            breach("delivery", "D%09d".formatted(i), "I1", "已确认但没有回执");
        }
        desk(containsString("D000000020"));
        desk(not(containsString("D000000021")));
        desk(containsString("账目不符共 31 处，这里列出最早的 20 处"));
    }

    @Test
    void booksThatNobodyChecksAnyMoreAreNoCalm() throws Exception {
        jdbc.sql("insert into console.book_check values ('delivery', now() - interval '9 minutes')")
                .update();
        desk(containsString("一切正常"));
        jdbc.sql("update console.book_check set checked_at = now() - interval '11 minutes'")
                .update();
        desk(containsString("账目已有十分钟以上没有核对"));
    }

    private void breach(String book, String object, String invariant, String detail) {
        jdbc.sql("insert into console.breach (book, object, invariant, detail) values (?, ?, ?, ?)")
                .params(book, object, invariant, detail)
                .update();
    }

    private void desk(Matcher<String> text) throws Exception {
        var person =
                UsernamePasswordAuthenticationToken.authenticated(new Person("lead", "李敏", Role.LEAD), null, List.of());
        mvc.perform(get("/ops").with(authentication(person)))
                .andExpect(status().isOk())
                .andExpect(content().string(text));
    }
}
