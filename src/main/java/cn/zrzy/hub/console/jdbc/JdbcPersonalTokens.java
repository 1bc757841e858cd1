package cn.zrzy.hub.console.jdbc;

import cn.zrzy.hub.console.token.PersonalToken;
import cn.zrzy.hub.console.token.PersonalTokens;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps personal tokens in {@code console.personal_token}: digests, never a token. */
@Repository
class JdbcPersonalTokens implements PersonalTokens {

    private static final String SELECT = """
            select no, username, name, read_only, epoch, made_at, expires_at, used_at, used_from, revoked_at
            from console.personal_token
            """;

    private final JdbcClient jdbc;

    JdbcPersonalTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(PersonalToken token, String digest) {
        jdbc.sql("""
                        insert into console.personal_token (username, name, digest, read_only, epoch, made_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (digest) do update set expires_at = excluded.expires_at
                        """)
                .params(
                        token.username(),
                        token.name(),
                        digest,
                        token.readOnly(),
                        token.epoch(),
                        token.madeAt(),
                        token.expiresAt())
                .update();
    }

    @Override
    public Optional<PersonalToken> find(String digest) {
        return jdbc.sql(SELECT + "where digest = ?")
                .param(digest)
                .query(PersonalToken.class)
                .optional();
    }

    @Override
    public List<PersonalToken> of(String username) {
        return jdbc.sql(SELECT + "where username = ? order by no desc")
                .param(username)
                .query(PersonalToken.class)
                .list();
    }

    @Override
    public boolean revoke(String username, long no, OffsetDateTime at) {
        return jdbc.sql("""
                        update console.personal_token set revoked_at = ?
                        where username = ? and no = ? and revoked_at is null
                        """).params(at, username, no).update() == 1;
    }

    @Override
    public int drop(String name) {
        return jdbc.sql("delete from console.personal_token where name = ?")
                .param(name)
                .update();
    }

    @Override
    public void used(long no, OffsetDateTime at, String address) {
        jdbc.sql("""
                        update console.personal_token set used_at = :at, used_from = :from
                        where no = :no and (used_at is null or used_at < :at - interval '1 minute')
                        """).param("at", at).param("from", address).param("no", no).update();
    }
}
