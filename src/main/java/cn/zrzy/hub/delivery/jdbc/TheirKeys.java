package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.KeyAnswer;
import cn.zrzy.hub.delivery.UnknownKey;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code delivery.their_key}: what partners hold beyond our ledger (台账之外). */
@Repository
class TheirKeys {

    private static final Logger LOG = LoggerFactory.getLogger(TheirKeys.class);

    private static final String COMPARE = """
            insert into delivery.their_key (partner, key, digest, kind, received_at, standing)
            select ?, k.key, k.digest, k.kind, k.at,
                   case when d.no is null then 'UNKNOWN' when b.digest is null then 'EARLY' else 'OTHER' end
            from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[]) as k(key, digest, kind, at)
            left join delivery.dispatch d on d.idempotency_key = k.key and d.partner = ?
            left join delivery.body b on b.dispatch = d.no
            where d.no is null or b.digest is null or b.digest <> k.digest
            on conflict do nothing""";

    private final JdbcClient jdbc;
    private final JdbcTemplate arrays;

    TheirKeys(JdbcClient jdbc, JdbcTemplate arrays) {
        this.jdbc = jdbc;
        this.arrays = arrays;
    }

    void compare(String partner, List<KeyAnswer.Held> keys) {
        int found = arrays.update(COMPARE, statement -> {
            statement.setString(1, partner);
            int i = 2;
            for (Function<KeyAnswer.Held, Object> column : List.<Function<KeyAnswer.Held, Object>>of(
                    KeyAnswer.Held::key,
                    KeyAnswer.Held::digest,
                    KeyAnswer.Held::kind,
                    held -> held.receivedAt().toString())) {
                Object[] values = keys.stream().map(column).toArray();
                statement.setArray(i++, statement.getConnection().createArrayOf("text", values));
            }
            statement.setString(i, partner);
        });
        if (found > 0) {
            LOG.warn("对键：{} 收过 {} 件本台账没有的报送，请到控制台“对键”页（/keys）核对", partner, found);
        }
    }

    int acknowledge(String partner, String who, String reason) {
        return jdbc.sql("""
                        update delivery.their_key
                        set acknowledged_at = clock_timestamp(), acknowledged_by = ?, acknowledge_reason = ?
                        where partner = ? and standing <> 'EARLY' and acknowledged_at is null""").params(who, reason, partner).update();
    }

    List<UnknownKey> list() {
        return jdbc.sql("""
                        select k.*, k.standing = 'OTHER' as other_bytes from delivery.their_key k where k.standing <> 'EARLY'
                        order by acknowledged_at is not null, received_at desc, key limit 1000""").query(UnknownKey.class).list();
    }
}
