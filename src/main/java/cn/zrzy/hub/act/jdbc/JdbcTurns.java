package cn.zrzy.hub.act.jdbc;

import cn.zrzy.hub.act.Turns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** An advisory lock of the transaction for each thing. */
@Repository
class JdbcTurns implements Turns {

    private static final int ACTS = 20261129;

    private final JdbcClient jdbc;

    JdbcTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void take(String thing) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
                .params(thing, ACTS)
                .query((row, n) -> 1)
                .list();
    }
}
