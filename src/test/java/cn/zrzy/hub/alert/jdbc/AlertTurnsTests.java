package cn.zrzy.hub.alert.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.alert.Letter;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.kernel.Cause;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alert that calmed down and is urgent again is told of again; one that flickers is not. */
class AlertTurnsTests {

    private static final Duration CALM = Duration.ofMinutes(5);

    private TestDatabase database;
    private JdbcAlertRows rows;
    private long no;

    @BeforeEach
    void toldOnce() {
        database = TestDatabase.fresh();
        rows = new JdbcAlertRows(database.jdbc());
        no = rows.raise(cause(false));
        rows.say(no, Letter.What.URGENT, "urgent");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void urgentAgainAfterACalmIsToldAgain() {
        rows.renew(no, cause(true), CALM);
        calmedLongAgo();
        rows.renew(no, cause(false), CALM);
        assertThat(rows.said()).isEmpty();
        rows.say(no, Letter.What.URGENT, "urgent");
        rows.say(no, Letter.What.URGENT, "urgent");
        assertThat(letters()).isEqualTo(2);
        assertThat(rows.said()).containsExactly(no + " URGENT");
    }

    @Test
    void whatFlickersIsToldOnce() {
        for (int i = 0; i < 3; i++) {
            rows.renew(no, cause(true), CALM);
            rows.renew(no, cause(false), CALM);
        }
        assertThat(rows.said()).containsExactly(no + " URGENT");
        rows.say(no, Letter.What.URGENT, "urgent");
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void thatItCanWaitIsSaidOnceHoweverOftenItWasUrgent() {
        rows.renew(no, cause(true), CALM);
        rows.say(no, Letter.What.RAISED, "waitable");
        calmedLongAgo();
        rows.renew(no, cause(false), CALM);
        assertThat(rows.said()).containsExactly(no + " RAISED");
    }

    private void calmedLongAgo() {
        database.jdbc()
                .sql("update alert.alert set calmed_at = clock_timestamp() - interval '10 minutes'")
                .update();
    }

    private long letters() {
        return database.jdbc()
                .sql("select count(*) from alert.letter")
                .query(Long.class)
                .single();
    }

    private static Cause cause(boolean canWait) {
        return new Cause("problem /x", "problem-parked", "一句话", OffsetDateTime.now(), "/x", canWait);
    }
}
