package cn.zrzy.hub.console.jdbc;

import cn.zrzy.hub.console.wall.Wall;
import cn.zrzy.hub.console.wall.Walls;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the screens' links in {@code console.wall}: digests, never a link. */
@Repository
class JdbcWalls implements Walls {

    private static final String SELECT =
            "select no, name, made_by, made_at, expires_at, used_at, used_from, revoked_at from console.wall ";

    private final JdbcClient jdbc;

    JdbcWalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Wall wall, String digest) {
        jdbc.sql("insert into console.wall (name, digest, made_by, made_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(wall.name(), digest, wall.madeBy(), wall.madeAt(), wall.expiresAt())
                .update();
    }

    @Override
    public Optional<Wall> find(String digest) {
        return jdbc.sql(SELECT + "where digest = ?")
                .param(digest)
                .query(Wall.class)
                .optional();
    }

    @Override
    public List<Wall> all() {
        return jdbc.sql(SELECT + "order by no desc").query(Wall.class).list();
    }

    @Override
    public boolean revoke(long no, OffsetDateTime at) {
        return jdbc.sql("update console.wall set revoked_at = ? where no = ? and revoked_at is null")
                        .params(at, no)
                        .update()
                == 1;
    }

    @Override
    public void used(long no, OffsetDateTime at, String address) {
        jdbc.sql("""
                        update console.wall set used_at = :at, used_from = :from
                        where no = :no and (used_at is null or used_at < :at - interval '1 minute')
                        """).param("at", at).param("from", address).param("no", no).update();
    }
}
