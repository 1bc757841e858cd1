package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.dispatch.Text;
import cn.zrzy.hub.delivery.ledger.Strays;
import cn.zrzy.hub.delivery.terms.Failure;
import cn.zrzy.hub.kernel.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 无主来件 in {@code delivery.stray_receipt}. */
@Component
class JdbcStrays implements Strays {

    private final JdbcClient jdbc;

    JdbcStrays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(String source, String id, String place, String raw, Throwable why) {
        jdbc.sql("""
                        insert into delivery.stray_receipt (source, raw, raw_digest, arrival, place, cause_code, cause)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (source, raw_digest) do update
                        set read_at = clock_timestamp(), settled_at = null, settled_by = '', settle_reason = ''
                        where stray_receipt.settled_at is not null
                        """)
                .params(
                        source,
                        Text.storable(raw),
                        Digest.sm3(Text.storable(id)),
                        place.isEmpty() ? "" : Text.storable(id),
                        Text.storable(place),
                        Failure.code(why),
                        Failure.sentence(why))
                .update();
    }
}
