package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.delivery.PutAside;
import cn.zrzy.hub.delivery.ledger.ArrivalDesk;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.kernel.Rejected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Tries are counted before reading, and only while our own database was up (来件登记). */
class ArrivalsTests {

    private static final String ROUTE = "receive-replies-from-enforcement";

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcStrayDesk desk = new JdbcStrayDesk(database.jdbc());
    private ArrivalDesk arrivals = arrivals();

    private ArrivalDesk arrivals() {
        JdbcClient jdbc = database.jdbc();
        JdbcStrays strays = new JdbcStrays(jdbc);
        return new ArrivalDesk(new JdbcTries(jdbc, strays, new DataSourceTransactionManager(database.dataSource())), 3);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_fourth_try_puts_it_aside() {
        begin(3);
        assertThatThrownBy(() -> arrivals.begin(ROUTE, "7"))
                .isInstanceOf(PutAside.class)
                .cause()
                .extracting(e -> ((Rejected) e).code())
                .isEqualTo("E-ARRIVAL-POISON");
        arrivals.begin(ROUTE, "8");
    }

    @Test
    void a_message_that_kills_its_reader_is_counted_too() {
        for (int life = 0; life < 3; life++) {
            arrivals = arrivals();
            arrivals.begin(ROUTE, "7");
        }
        arrivals = arrivals();
        assertThatThrownBy(() -> arrivals.begin(ROUTE, "7")).isInstanceOf(PutAside.class);
    }

    @Test
    void an_outage_of_ours_never_counts() {
        for (int night = 0; night < 20; night++) {
            arrivals.begin(ROUTE, "7");
            arrivals.forgive(ROUTE, "7");
        }
        begin(3);
    }

    @Test
    void what_was_understood_is_forgotten_and_what_lies_aside_is_not_tried_again() {
        begin(3);
        arrivals.end(ROUTE, "7");
        begin(3);
        arrivals.aside(ROUTE, "7", "队列 x.unread", "", new Rejected("E-MESSAGE-KIND", "只收文本"));
        arrivals.end(ROUTE, "7");
        assertThat(arrivals.isAside(ROUTE, "7")).isTrue();
        assertThat(arrivals.isAside(ROUTE, "8")).isFalse();
    }

    @Test
    void two_unread_messages_are_two_rows_and_a_person_files_each_once() {
        arrivals.aside(ROUTE, "7", "队列 x.unread", "", new Rejected("E-MESSAGE-KIND", "只收文本"));
        arrivals.aside(ROUTE, "8", "队列 x.unread", "", new Rejected("E-MESSAGE-KIND", "只收文本"));
        assertThat(desk.count()).isEqualTo(2);
        long first = desk.open(10).get(0).no();
        assertThat(desk.open(10).get(0).place()).isEqualTo("队列 x.unread");
        assertThatThrownBy(() -> desk.settle(first, "李敏", " "))
                .isInstanceOf(Rejected.class)
                .extracting(e -> ((Rejected) e).code())
                .isEqualTo("E-REASON");
        assertThat(desk.settle(first, "李敏", "已电话告知支队")).isTrue();
        assertThat(desk.settle(first, "王强", "再按一次")).isFalse();
        assertThat(desk.count()).isEqualTo(1);
    }

    private void begin(int times) {
        for (int i = 0; i < times; i++) {
            arrivals.begin(ROUTE, "7");
        }
    }
}
