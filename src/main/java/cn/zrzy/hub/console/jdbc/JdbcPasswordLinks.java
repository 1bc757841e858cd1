package cn.zrzy.hub.console.jdbc;

import cn.zrzy.hub.console.account.PasswordLinks;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps links in {@code console.password_link}: digests, never a link. */
@Repository
class JdbcPasswordLinks implements PasswordLinks {

    private final JdbcClient jdbc;

    JdbcPasswordLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void replace(String username, String digest, OffsetDateTime expiresAt) {
        jdbc.sql("""
                        insert into console.password_link (username, digest, expires_at) values (?, ?, ?)
                        on conflict (username) do update set digest = excluded.digest, expires_at = excluded.expires_at
                        """).params(username, digest, expiresAt).update();
    }

    @Override
    public Optional<String> owner(String digest, OffsetDateTime now) {
        return jdbc.sql("select username from console.password_link where digest = ? and expires_at > ?")
                .params(digest, now)
                .query(String.class)
                .optional();
    }

    @Override
    public boolean use(String digest, OffsetDateTime now) {
        return jdbc.sql("delete from console.password_link where digest = ? and expires_at > ?")
                        .params(digest, now)
                        .update()
                == 1;
    }
}
