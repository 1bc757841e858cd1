package cn.zrzy.hub.console.jdbc;

import cn.zrzy.hub.console.account.PasswordLinks;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps links in {@code console.password_link}: digests, never a link. */
@Repository
class JdbcPasswordLinks implements PasswordLinks {

    private static final String SELECT =
            "select username, digest, made_by, code_digest, expires_at from console.password_link ";

    private final JdbcClient jdbc;

    JdbcPasswordLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void replace(Link link) {
        jdbc.sql("""
                        insert into console.password_link (username, digest, made_by, expires_at)
                        values (:username, :digest, :madeBy, :expiresAt)
                        on conflict (username) do update set digest = excluded.digest, made_by = excluded.made_by,
                            code_digest = null, confirmed_by = null,
                            expires_at = excluded.expires_at
                        """).paramSource(link).update();
    }

    @Override
    public Optional<Link> find(String digest, OffsetDateTime now) {
        return jdbc.sql(SELECT + "where digest = ? and expires_at > ?")
                .params(digest, now)
                .query(Link.class)
                .optional();
    }

    @Override
    public List<Link> all(OffsetDateTime now) {
        return jdbc.sql(SELECT + "where expires_at > ?")
                .param(now)
                .query(Link.class)
                .list();
    }

    @Override
    public boolean confirm(Link link, String codeDigest, String by) {
        return jdbc.sql("""
                        update console.password_link set code_digest = ?, confirmed_by = ?
                        where digest = ? and code_digest is null
                        """).params(codeDigest, by, link.digest()).update() == 1;
    }

    @Override
    public boolean use(String digest, OffsetDateTime now) {
        return jdbc.sql("delete from console.password_link where digest = ? and expires_at > ?")
                        .params(digest, now)
                        .update()
                == 1;
    }
}
