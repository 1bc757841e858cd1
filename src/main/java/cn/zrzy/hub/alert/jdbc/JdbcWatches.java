package cn.zrzy.hub.alert.jdbc;

import cn.zrzy.hub.alert.watch.Watch;
import cn.zrzy.hub.alert.watch.Watches;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** {@code alert.watch} and its hand-over list. */
@Repository("watches")
@Transactional
class JdbcWatches implements Watches {

    private static final String SELECT =
            "select no, person, began_at, ended_at, note, ended_by, unowned from alert.watch ";

    private final JdbcClient jdbc;

    JdbcWatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Watch> current() {
        return jdbc.sql(SELECT + "where ended_at is null").query(Watch.class).optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Watch> find(long no) {
        return jdbc.sql(SELECT + "where no = ?").param(no).query(Watch.class).optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Watch> list(int limit) {
        return jdbc.sql(SELECT + "order by no desc limit ?")
                .param(limit)
                .query(Watch.class)
                .list();
    }

    @Override
    public void begin(String person) {
        jdbc.sql("insert into alert.watch (person) values (?)").param(person).update();
    }

    @Override
    public void end(long no, String by, String note) {
        jdbc.sql("""
                        insert into alert.watch_item (watch, alert, urgent, sentence, since, owner, note)
                        select ?, no, urgent, sentence, since, owner, note from alert.alert where ended_at is null""").param(no).update();
        jdbc.sql("""
                        update alert.watch
                        set ended_at = clock_timestamp(), ended_by = :by, note = :note,
                            unowned = (select count(*) from alert.watch_item where watch = :no and urgent and owner = '')
                        where no = :no and ended_at is null""").param("by", by).param("note", note).param("no", no).update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> items(long watch) {
        return jdbc.sql("""
                        select alert, urgent, sentence, since, owner, note from alert.watch_item
                        where watch = ? order by urgent desc, alert""").param(watch).query(Item.class).list();
    }
}
