package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.ceremony.hall.DrawOffice;
import cn.zrzy.hub.console.security.AccountDesk;
import cn.zrzy.hub.console.security.Accounts;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;

@SpringBootTest(
        classes = ConsoleHarness.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.location=file:config/console.yaml",
            "logging.file.name=",
            "management.prometheus.metrics.export.enabled=true",
            "management.defaults.metrics.export.enabled=true",
            "management.server.port=0",
            "secret.office-token=office-secret",
            "secret.operator-token=operator-secret",
            "secret.ops-token=ops-secret"
        })
@AutoConfigureMockMvc
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleSecurityTests {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("hub.data", data::toString);
    }

    private static final String GOOD = "Night-Watch-2026";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountDesk desk;

    @Autowired
    AuditTrail audit;

    @Autowired
    Gauges gauges;

    @Autowired
    DrawOffice drawOffice;

    @LocalManagementPort
    int managementPort;

    @BeforeEach
    void people() {
        for (Role role : Role.values()) {
            String name = role.name().toLowerCase();
            if (accounts.hasAdministrator() && accounts.find(name).isEmpty()) {
                desk.open(new AccountDesk.Application(name, "某" + name, role, GOOD, GOOD), system(), "试验");
            }
        }
    }

    @Test
    @Order(1)
    void hasNoDefaultPassword() throws Exception {
        for (String password : new String[] {"admin", "admin123", ""}) {
            login("admin", password).andExpectRedirect("/login?error");
        }
    }

    @Test
    @Order(2)
    void theSetupLinkWorksOnce() throws Exception {
        Path file = data.resolve("setup-link.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String token = Files.readString(file).strip().split("token=")[1];
        mvc.perform(get("/setup").param("token", "wrong")).andExpect(status().isGone());
        mvc.perform(setup(token, "short"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("口令太短")));
        mvc.perform(setup(token, GOOD)).andExpect(redirectedUrl("/login?ready"));
        mvc.perform(setup(token, GOOD)).andExpect(status().isGone());
        mvc.perform(get("/setup").param("token", token)).andExpect(status().isGone());
        assertThat(file).doesNotExist();
        login("chenwei", GOOD).andExpectRedirect("/ops");
        assertThat(audit.search("anonymous", "console.account-opened", "chenwei", 5))
                .hasSize(1);
    }

    @Test
    @Order(3)
    void makesWhoeverGuessesWaitAndNobodyElse() throws Exception {
        for (int i = 0; i < 5; i++) {
            login("lead", "wrong", "10.9.9.9").andExpectRedirect("/login?error");
        }
        login("lead", GOOD, "10.9.9.9").andExpectRedirect("/login?error");
        login("nobody", "wrong", "10.9.9.9").andExpectRedirect("/login?error");
        login("lead", GOOD).andExpectRedirect("/ops");
        assertThat(audit.search("lead", "console.login", "", 20))
                .extracting(entry -> entry.event().result())
                .contains("尝试过多，暂不受理", "口令错误，连续第 5 次")
                .hasSize(7);
    }

    @Test
    @Order(3)
    void aDisabledAccountsSessionEndsAtOnce() throws Exception {
        MockHttpSession session = session("operator");
        mvc.perform(get("/ops").session(session)).andExpect(status().isOk());
        desk.enable("operator", false, system(), "离岗");
        mvc.perform(get("/ops").session(session)).andExpect(redirectedUrl("/login"));
        assertThat(session.isInvalid()).isTrue();
        desk.enable("operator", true, system(), "返岗");
    }

    @Test
    @Order(3)
    void aPersonChangesTheOwnPasswordAndTheOtherSessionsEnd() throws Exception {
        String next = "Lantern-Orchid-47";
        MockHttpSession here = session("auditor");
        MockHttpSession elsewhere = session("auditor");
        change(here, "wrong", next, next)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("现在的口令不对")));
        change(here, GOOD, "Xuchang2026", "Xuchang2026").andExpect(content().string(containsString("口令太常见")));
        change(here, GOOD, GOOD, GOOD).andExpect(content().string(containsString("新口令与现在的相同")));
        change(here, GOOD, next, next).andExpect(redirectedUrl("/password"));
        mvc.perform(get("/ops").session(here)).andExpect(status().isOk());
        mvc.perform(get("/ops").session(elsewhere)).andExpect(redirectedUrl("/login"));
        login("auditor", GOOD).andExpectRedirect("/login?error");
        change(here, next, GOOD, GOOD).andExpect(redirectedUrl("/password"));
        assertThat(audit.search("auditor", "console.password-changed", "auditor", 9))
                .extracting(entry -> entry.event().result())
                .containsExactly("成功", "成功", "未改：password.same", "未改：password.common", "未改：password.wrong");
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource({
        "operator, /ops, 200",
        "operator, /routes, 200",
        "operator, /messages, 200",
        "operator, /quarantine, 200",
        "operator, /sync, 200",
        "operator, /audit, 403",
        "operator, /partners/province, 200",
        "auditor, /partners/province, 200",
        "operator, /partners/nobody, 404",
        "operator, /acts/pause-partner?of=province, 200",
        "lead, /acts/pause-partner?of=province, 200",
        "lead, /acts/pause-partner?of=nobody, 404",
        "lead, /acts/dance?of=province, 404",
        "auditor, /acts/pause-partner?of=province, 403",
        "office, /acts/pause-partner?of=province, 403",
        "admin, /acts/pause-partner?of=province, 403",
        "operator, /acts/ask-held?of=20261123-sync-parcels-from-landuse, 200",
        "operator, /acts/approve-held?of=20261123-sync-parcels-from-landuse, 403",
        "lead, /acts/approve-held?of=20261123-sync-parcels-from-landuse, 200",
        "auditor, /acts/ask-held?of=20261123-sync-parcels-from-landuse, 403",
        "admin, /accounts/walls, 200",
        "lead, /accounts/walls, 403",
        "office, /wall/hubwall_guess, 404",
        "operator, /messages/jobs, 200",
        "auditor, /messages/jobs, 200",
        "operator, /messages/jobs/7, 404",
        "operator, /messages/jobs/new?act=resend&partner=province&cause=E-1042, 200",
        "office, /messages/jobs/new?act=resend&partner=province&cause=E-1042, 403",
        "operator, /accounts, 403",
        "lead, /messages/D-1, 200",
        "lead, /sync/20261123-sync-parcels-from-landuse, 200",
        "lead, /accounts, 403",
        "auditor, /audit, 200",
        "auditor, /accounts, 403",
        "admin, /accounts, 200",
        "admin, /audit, 403",
        "office, /ops, 200",
        "office, /nowhere, 404",
        "office, /messages/none, 404",
        "office, /sync/none, 404",
        "office, /ops/board, 200",
        "office, /draws/none, 404",
        "office, /draws/XCZRZY-2026-0012/desk, 200",
        "office, /draws/XCZRZY-2026-0012/start, 200",
        "operator, /draws, 200",
        "operator, /draws/XCZRZY-2026-0012/live, 200",
        "operator, /draws/XCZRZY-2026-0012/desk, 403",
        "lead, /draws/XCZRZY-2026-0012/start, 403",
        "auditor, /draws/platform-check, 200",
        "office, /routes/graph, 200",
        "office, /routes/table, 200"
    })
    void showsEachRoleItsPages(String user, String path, int expected) throws Exception {
        mvc.perform(get(path).session(session(user))).andExpect(status().is(expected));
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource({
        "/ops",
        "/routes",
        "/messages",
        "/quarantine",
        "/undrawable",
        "/sync",
        "/draws",
        "/audit",
        "/accounts",
        "/nowhere"
    })
    void sendsStrangersToTheLogin(String path) throws Exception {
        mvc.perform(get(path)).andExpect(redirectedUrl("/login"));
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource({
        "GET, /api/plans/x, office-secret, 200",
        "GET, /api/openapi.json, operator-secret, 200",
        "GET, /api/plans/x, '', 401",
        "GET, /api/plans/x, guess, 401",
        "POST, /api/plans, office-secret, 200",
        "PUT, /api/plans/x, office-secret, 403",
        "POST, /api/plans, operator-secret, 403",
        "POST, /api/findings, office-secret, 200",
        "POST, /api/schemes, office-secret, 200",
        "POST, /api/schemes/x/approve, office-secret, 403",
        "POST, /api/schemes/x/something-new, office-secret, 403",
        "POST, /api/draws/x/reveals, office-secret, 403",
        "POST, /api/draws/x/seed, operator-secret, 403",
        "GET, /api/draws/x, office-secret, 200",
        "GET, /api/draws/x, operator-secret, 403",
        "GET, /api/schemes/x/tasks, operator-secret, 403",
        "GET, /api/operator/partners, operator-secret, 200",
        "POST, /api/operator/acts/start-night/today, operator-secret, 403",
        "GET, /api/operator/messages/found/x, operator-secret, 200",
        "GET, /api/operator/runs/held, office-secret, 403",
        "GET, /api/accounts, operator-secret, 403",
        "GET, /api/accounts, office-secret, 403",
        "GET, /api/audit/2026-11-01/2026-11-30/newest, operator-secret, 403",
        "GET, /api/operator/runs, office-secret, 403",
        "POST, /api/operator/acts/pause-partner/province, operator-secret, 403",
        "POST, /api/operator/acts/pause-partner/province, office-secret, 403",
        "GET, /api/operator/acts/pause-partner/province, office-secret, 403",
        "POST, /api/operator/jobs, office-secret, 403",
        "POST, /api/other, office-secret, 403",
        "DELETE, /api/plans/x, office-secret, 403"
    })
    void opensTheApiByTokenAndRole(String method, String path, String token, int expected) throws Exception {
        var result = mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request(
                        org.springframework.http.HttpMethod.valueOf(method), path)
                .header("Authorization", "Bearer " + token));
        result.andExpect(status().is(expected));
        if (expected >= 400) {
            result.andExpect(content().contentType("application/problem+json"));
            assertThat(result.andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                    .contains("\"status\":" + expected, "\"code\":\"E-AUTH-");
            assertThat(result.andReturn().getRequest().getSession(false)).isNull();
        }
    }

    @Test
    @Order(4)
    void aPersonsSessionOpensNothingOfTheApi() throws Exception {
        mvc.perform(get("/api/plans/x").session(session("office"))).andExpect(status().isUnauthorized());
    }

    @Test
    @Order(4)
    void opensOnlyTheHealthGroupsOfTheManagementPort() throws Exception {
        assertThat(ops("health/liveness", null)).isEqualTo(200);
        assertThat(ops("health/readiness", null)).isEqualTo(200);
        for (String path : new String[] {"health", "info", "loggers", "prometheus"}) {
            assertThat(ops(path, null)).as(path).isEqualTo(401);
            assertThat(ops(path, "ops:wrong")).as(path).isEqualTo(401);
        }
        for (String path : new String[] {"info", "loggers", "prometheus"}) {
            assertThat(ops(path, "ops:ops-secret")).as(path).isEqualTo(200);
        }
        mvc.perform(get("/actuator/info").session(session("admin"))).andExpect(status().isNotFound());
    }

    @Test
    @Order(4)
    void exposesTheBusinessNumbers() throws Exception {
        gauges.read();
        audit.verify();
        assertThat(scrape())
                .contains(
                        "sj_audit_chain_ok 1.0",
                        "sj_dlq_depth{partner=\"province\"} 12.0",
                        "sj_quarantine_open 27.0",
                        "sj_held_changes 1.0",
                        "sj_deadline_days_min 1.0",
                        "sj_outbox_oldest_seconds",
                        "sj_run_last_success_timestamp");
    }

    private int ops(String path, String userAndPassword) throws Exception {
        return management(path, userAndPassword).statusCode();
    }

    private String scrape() throws Exception {
        return management("prometheus", "ops:ops-secret").body();
    }

    private HttpResponse<String> management(String path, String userAndPassword) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator/" + path));
        if (userAndPassword != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes()));
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @Order(4)
    void sendsTheStrictHeaders() throws Exception {
        mvc.perform(get("/login"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                org.hamcrest.Matchers.allOf(
                                        containsString("default-src 'self'"),
                                        containsString("frame-ancestors 'none'"),
                                        org.hamcrest.Matchers.not(containsString("unsafe")))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "same-origin"));
    }

    @Test
    @Order(4)
    void actionsNeedCsrfATokenAReasonAndTheRole() throws Exception {
        MockHttpSession lead = session("lead");
        mvc.perform(post("/messages/D-1/body").session(lead).param("reason", "核对"))
                .andExpect(status().isForbidden());
        mvc.perform(post("/messages/D-1/body").session(lead).with(csrf()).param("reason", "核对"))
                .andExpect(status().isConflict());
        String token = actionToken(lead);
        mvc.perform(post("/messages/D-1/body").session(lead).with(csrf()).param("actionToken", token))
                .andExpect(status().isBadRequest());
        mvc.perform(post("/messages/D-1/body")
                        .session(lead)
                        .with(csrf())
                        .param("actionToken", token)
                        .param("reason", "核对"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("13837412345")));
        mvc.perform(post("/messages/D-1/body")
                        .session(lead)
                        .with(csrf())
                        .param("actionToken", token)
                        .param("reason", "核对"))
                .andExpect(status().isConflict());
        mvc.perform(post("/messages/D-1/body")
                        .session(session("office"))
                        .with(csrf())
                        .param("reason", "核对"))
                .andExpect(status().isForbidden());
        mvc.perform(post("/accounts/walls")
                        .session(session("operator"))
                        .with(csrf())
                        .param("reason", "核对"))
                .andExpect(status().isForbidden());
        assertThat(audit.search("lead", "console.body-read", "D-1", 5)).hasSize(1);
    }

    @Test
    @Order(4)
    void masksWhatIsPersonal() throws Exception {
        for (String path :
                new String[] {"/ops", "/messages", "/messages/D-1", "/messages/D-2", "/quarantine", "/strays", "/keys"
                }) {
            String page = mvc.perform(get(path).session(session("lead")))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(page).as(path).doesNotContain(CannedBooks.PERSON, "13837412345", "??");
        }
    }

    @Test
    @Order(4)
    void whatThePlatformDrewAgainstTheRulesWaitsForAPerson() throws Exception {
        mvc.perform(get("/ops").session(session("lead")))
                .andExpect(
                        content().string(org.hamcrest.Matchers.containsString("省平台抽取 XCZRZY-2026-0008 与冻结的规则不符 1 处")));
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource({"operator", "lead", "auditor", "admin"})
    void nobodyButTheOfficeFindsAButtonAtADraw(String user) throws Exception {
        MockHttpSession session = session(user);
        mvc.perform(get("/draws/" + CannedDraws.READY).session(session))
                .andExpect(content().string(containsString("①②③ 已完成")))
                .andExpect(content().string(not(containsString("data-testid=\"draw-start\""))))
                .andExpect(content().string(not(containsString("data-testid=\"draw-desk\""))));
        for (String act : new String[] {"start", "signing", "settlement", "entries/REVEAL"}) {
            mvc.perform(post("/draws/" + CannedDraws.READY + "/" + act)
                            .session(session)
                            .with(csrf())
                            .param("reason", "试"))
                    .andExpect(status().isForbidden());
        }
        verifyNoInteractions(drawOffice);
    }

    @Test
    @Order(5)
    void theOfficeStartsADrawOnceAndTheTrailKnowsWhoWasPresent() throws Exception {
        MockHttpSession session = session("office");
        String start = "/draws/" + CannedDraws.READY + "/start";
        mvc.perform(get("/draws/" + CannedDraws.REVEALING).session(session))
                .andExpect(content().string(containsString("data-testid=\"draw-start\" disabled")));
        mvc.perform(post(start).session(session).param("reason", "周敏")).andExpect(status().isForbidden());
        String token = actionToken(session, start);
        var press = post(start).session(session).with(csrf()).param("actionToken", token);
        mvc.perform(press).andExpect(status().isBadRequest());
        mvc.perform(press.param("reason", "周敏、陈伟，公证员孙立")).andExpect(redirectedUrl("/draws/" + CannedDraws.READY));
        mvc.perform(press).andExpect(status().isConflict());
        verify(drawOffice, times(1)).start(CannedDraws.READY);
        assertThat(audit.search("office", "draw.start", CannedDraws.READY, 5))
                .singleElement()
                .extracting(entry -> entry.event().reason())
                .isEqualTo("周敏、陈伟，公证员孙立");
    }

    @Test
    @Order(4)
    void aSealedDrawShowsNobody() throws Exception {
        mvc.perform(get("/draws/" + CannedDraws.SEALED).session(session("office")))
                .andExpect(content().string(containsString("名单密封中")))
                .andExpect(content().string(not(containsString("data-testid=\"result\""))))
                .andExpect(content().string(not(containsString("bundle.zip"))));
    }

    @Test
    @Order(4)
    void anExpiredFragmentTakesTheWholeWindowToTheLogin() throws Exception {
        mvc.perform(get("/ops/board").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/login?expired"));
    }

    @Test
    @Order(4)
    void changesTheLanguageAndReturnsOnlyToItself() throws Exception {
        mvc.perform(get("/language").param("to", "en").param("back", "/messages?q=a"))
                .andExpect(redirectedUrl("/messages?q=a"));
        mvc.perform(get("/language").param("to", "en").param("back", "//evil.example"))
                .andExpect(redirectedUrl("/ops"));
    }

    private String actionToken(MockHttpSession session) throws Exception {
        return actionToken(session, "/messages/D-1");
    }

    private String actionToken(MockHttpSession session, String path) throws Exception {
        String page = mvc.perform(get(path).session(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher matcher =
                Pattern.compile("name=\"actionToken\" value=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private MockHttpSession session(String user) throws Exception {
        MvcResult result = login(user, GOOD).result();
        return (MockHttpSession) result.getRequest().getSession(false);
    }

    private Login login(String user, String password) throws Exception {
        return login(user, password, "127.0.0.1");
    }

    private Login login(String user, String password, String address) throws Exception {
        return new Login(mvc.perform(post("/login")
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr(address);
                            return request;
                        })
                        .param("username", user)
                        .param("password", password))
                .andReturn());
    }

    private ResultActions change(MockHttpSession session, String current, String next, String repeated)
            throws Exception {
        return mvc.perform(post("/password")
                .session(session)
                .with(csrf())
                .param("current", current)
                .param("next", next)
                .param("repeated", repeated));
    }

    private record Login(MvcResult result) {
        void andExpectRedirect(String url) {
            assertThat(result.getResponse().getRedirectedUrl()).isEqualTo(url);
        }
    }

    private static Actor system() {
        return new Actor("system", "", "");
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder setup(
            String token, String password) throws IOException {
        return post("/setup")
                .with(csrf())
                .param("token", token)
                .param("username", "chenwei")
                .param("displayName", "陈伟")
                .param("password", password)
                .param("repeated", password);
    }
}
