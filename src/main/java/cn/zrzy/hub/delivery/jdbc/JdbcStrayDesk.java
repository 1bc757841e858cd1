package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.StrayDesk;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 无主来件 in {@code delivery.stray_receipt}. */
@Repository("strayDesk")
class JdbcStrayDesk implements StrayDesk {

    private final JdbcClient jdbc;

    JdbcStrayDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Stray> open(int limit) {
        return jdbc.sql("""
                        select no, source, place, raw, cause_code, cause, read_at from delivery.stray_receipt
                        where settled_at is null order by no limit ?""").param(limit).query(Stray.class).list();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from delivery.stray_receipt where settled_at is null")
                .query(Long.class)
                .single();
    }

    @Override
    public boolean file(long no, String who, String reason) {
        return jdbc.sql("""
                                update delivery.stray_receipt
                                set settled_at = clock_timestamp(), settled_by = ?, settle_reason = ?
                                where no = ? and settled_at is null""").params(who, reason.strip(), no).update() == 1;
    }
}
