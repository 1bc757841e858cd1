package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the comparison of keys (对键) forbids a dispatch; asked under its row lock. */
final class KeyGuard {

    private KeyGuard() {}

    /** A message that lay on the queue when the hub stopped must not leave before the answer either. */
    static void requireAnswered(JdbcClient jdbc, DispatchRow row) {
        boolean held = jdbc.sql("select exists (select 1 from delivery.held_partner where partner = ?)")
                .param(row.partner())
                .query(Boolean.class)
                .single();
        if (held) {
            throw new TryLater("枢纽启动后先问对方收过哪些件，对方答复前不向它报送");
        }
    }

    /** What the partner received under this key after the backup was made has to be what we would send now. */
    static void requireSameBytes(JdbcClient jdbc, DispatchRow row, String digest) {
        boolean other = jdbc.sql("select exists (select 1 from delivery.their_key"
                        + " where partner = ? and key = ? and digest <> ?)")
                .params(row.partner(), row.idempotencyKey(), digest)
                .query(Boolean.class)
                .single();
        if (other) {
            throw new Rejected("E-BYTES", "对方已收过同一幂等键、内容不同的一件（数据库还原所致），不得再以此键报送；请核对后以新版本报送，或人工办结");
        }
    }
}
