package cn.zrzy.hub.audit;

import java.util.List;
import java.util.Optional;

/** Storage of the trail; kept by {@code audit.jdbc}. */
public interface AuditRows {

    /** Waits until no other transaction is writing the trail; held until the end of the transaction. */
    void lock();

    Optional<AuditEntry> last();

    void append(AuditEntry entry);

    Optional<AuditEntry> find(long seq);

    /** Rows with {@code seq} above the given one, oldest first. */
    List<AuditEntry> after(long seq, int limit);

    /** Newest first. */
    List<AuditEntry> page(AuditQuery query, int limit);

    /** Every verb that was ever recorded. */
    List<String> actions();

    /** Newest first; an empty text means any. */
    List<AuditEntry> search(String actor, String action, String objectKey, int limit);
}
