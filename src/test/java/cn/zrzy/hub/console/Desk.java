package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.zrzy.hub.console.security.AccountDesk;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.Person;
import cn.zrzy.hub.console.security.Role;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;

// No stereotype: the scans of other harnesses must not find it.
/** Somebody on duty who reads pages, and the books that the pages are read from. */
class Desk {

    private static final Pattern STATE = Pattern.compile("data-state=\"([A-Z]+)\"");

    final JdbcClient jdbc;
    private final MockMvc mvc;
    private final AccountDesk people;
    private final MessageSource messages;
    private final LedgerHarness.Rooms rooms;
    private final LedgerHarness.Live routes;

    Desk(
            JdbcClient jdbc,
            MockMvc mvc,
            AccountDesk people,
            MessageSource messages,
            LedgerHarness.Rooms rooms,
            LedgerHarness.Live routes) {
        this.jdbc = jdbc;
        this.mvc = mvc;
        this.people = people;
        this.messages = messages;
        this.rooms = rooms;
        this.routes = routes;
    }

    /** Empty books, one person on duty. */
    void begin() {
        jdbc.sql("""
                        truncate delivery.dispatch, delivery.key_check, delivery.pause, delivery.maintenance, delivery.their_key, delivery.stray_receipt,
                            delivery.unchecked, duty.run, duty.pause, duty.deadline, registry.sync_run, intake.quarantined_row,
                            console.breach, console.book_check cascade""").update();
        jdbc.sql("delete from console.account").update();
        people.open(
                new AccountDesk.Application("lead", "李敏", Role.LEAD, "Night-Watch-2026", "Night-Watch-2026"),
                new Actor("system", "", ""),
                "试验");
        rooms.told.clear();
        routes.views.clear();
    }

    String page(String path) throws Exception {
        MockHttpServletResponse answer = look(path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    MockHttpServletResponse look(String path) throws Exception {
        var person =
                UsernamePasswordAuthenticationToken.authenticated(new Person("lead", "李敏", Role.LEAD), null, List.of());
        MockHttpServletResponse answer = mvc.perform(
                        get(path).locale(Locale.SIMPLIFIED_CHINESE).with(authentication(person)))
                .andReturn()
                .getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }

    /** The row of a table with that test id, down to its end. */
    static String row(String page, String testId) {
        return part(page, "data-testid=\"" + testId + "\"", "</tr>");
    }

    /** What stands beside the page's title. */
    static String head(String page) {
        return part(page, "<div class=\"head\">", "</div>");
    }

    static String part(String page, String from, String to) {
        int begin = page.indexOf(from);
        assertThat(begin).as("%s in %s", from, page).isNotNegative();
        return page.substring(begin, page.indexOf(to, begin));
    }

    /** Exactly this state is drawn there, once, in the word of its vocabulary. */
    void shows(String part, Enum<?> state) {
        Matcher matcher = STATE.matcher(part.substring(part.indexOf("class=\"sign")));
        assertThat(matcher.results().map(found -> found.group(1)).toList())
                .as(part)
                .containsExactly(state.name());
        assertThat(part).contains(">" + word(Sign.of(state).word()) + "<");
    }

    String word(String key, Object... args) {
        return messages.getMessage(key, args, Locale.SIMPLIFIED_CHINESE);
    }
}
