package cn.zrzy.hub.console;

import static org.hamcrest.Matchers.containsString;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(
        classes = ConsoleHarness.class,
        properties = {
            "spring.config.location=file:config/console.yaml",
            "logging.file.name=",
            "management.server.port=0",
            "canned=false"
        })
@AutoConfigureMockMvc
class EmptyHubTests {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("hub.data", data::toString);
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    AccountDesk people;

    @Test
    void everyPageSurvivesEmptyBooks() throws Exception {
        people.open(
                new AccountDesk.Application("lead", "李敏", Role.LEAD, "Night-Watch-2026", "Night-Watch-2026"),
                new Actor("system", "", ""),
                "试验");
        var person =
                UsernamePasswordAuthenticationToken.authenticated(new Person("lead", "李敏", Role.LEAD), null, List.of());
        for (String path : new String[] {"/ops", "/routes", "/routes/graph", "/messages", "/quarantine", "/sync"}) {
            mvc.perform(get(path).with(authentication(person))).andExpect(status().isOk());
        }
        mvc.perform(get("/ops").with(authentication(person)))
                .andExpect(content().string(containsString("一切正常")));
    }
}
