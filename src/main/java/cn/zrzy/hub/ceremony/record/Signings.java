package cn.zrzy.hub.ceremony.record;

import java.time.OffsetDateTime;
import java.util.Optional;

/** Who signed the form of a draw (抽取结果登记表签字), entered once from the paper. */
public interface Signings {

    /**
     * @param host 主持
     * @param operator 操作
     * @param supervisor 监督
     * @param witness 见证
     */
    record Signing(
            String drawNo,
            String host,
            String operator,
            String supervisor,
            String witness,
            OffsetDateTime signedAt,
            String enteredBy) {}

    Optional<Signing> find(String drawNo);

    /** @return false when it was entered before; the first entry stands */
    boolean add(Signing signing);
}
