package cn.zrzy.hub.ceremony.jdbc;

import cn.zrzy.hub.ceremony.record.SealedSecrets;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSealedSecrets implements SealedSecrets {

    private final JdbcClient jdbc;

    JdbcSealedSecrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Sealed> find(String drawNo) {
        return jdbc.sql("select draw_no, secret_hash, secret from plan.sealed_secret where draw_no = ?")
                .params(drawNo)
                .query(Sealed.class)
                .optional();
    }

    @Override
    public boolean seal(String drawNo, String secretHash) {
        return jdbc.sql("insert into plan.sealed_secret (draw_no, secret_hash) values (?, ?) on conflict do nothing")
                        .params(drawNo, secretHash)
                        .update()
                == 1;
    }

    @Override
    public Optional<Sealed> hold(String drawNo) {
        return jdbc.sql("select draw_no, secret_hash, secret from plan.sealed_secret where draw_no = ? for update")
                .params(drawNo)
                .query(Sealed.class)
                .optional();
    }

    @Override
    public void hand(String drawNo, String keeper, String share) {
        jdbc.sql("""
                        insert into plan.secret_share (draw_no, keeper, share) values (?, ?, ?)
                        on conflict (draw_no, keeper) do update set share = excluded.share, at = now()
                        """).params(drawNo, keeper, share).update();
    }

    @Override
    public List<String> shares(String drawNo) {
        return jdbc.sql("select share from plan.secret_share where draw_no = ? order by keeper collate \"C\"")
                .params(drawNo)
                .query(String.class)
                .list();
    }

    @Override
    public void joined(String drawNo, String secret) {
        jdbc.sql("update plan.sealed_secret set secret = ?, joined_at = now() where draw_no = ? and secret is null")
                .params(secret, drawNo)
                .update();
        jdbc.sql("delete from plan.secret_share where draw_no = ?")
                .params(drawNo)
                .update();
    }
}
