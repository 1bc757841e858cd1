package cn.zrzy.hub.audit;

import cn.zrzy.hub.kernel.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * One row of the trail (审计记录).
 *
 * @param seq 1, 2, 3 … without gaps
 * @param at to the microsecond, as PostgreSQL keeps it
 * @param prevHash hash of the row before; 64 zeros for the first
 * @param hash SM3 of {@code prevHash} and {@link #canonical}
 */
public record AuditEntry(long seq, Instant at, AuditEvent event, String prevHash, String hash) {

    static final String GENESIS = "0".repeat(64);

    static AuditEntry following(AuditEntry last, Instant at, AuditEvent event) {
        long seq = last == null ? 1 : last.seq + 1;
        String prevHash = last == null ? GENESIS : last.hash;
        return new AuditEntry(seq, at, event, prevHash, hash(seq, at, event, prevHash));
    }

    boolean isIntact() {
        return hash.equals(hash(seq, at, event, prevHash));
    }

    private static String hash(long seq, Instant at, AuditEvent event, String prevHash) {
        return Digest.sm3(canonical(seq, at, event, prevHash));
    }

    /**
     * Every field as {@code <length in bytes>:<UTF-8 bytes>}. The lengths keep two different rows from having the same
     * bytes when text moves from one field to its neighbour.
     */
    private static byte[] canonical(long seq, Instant at, AuditEvent e, String prevHash) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> fields = List.of(
                prevHash,
                Long.toString(seq),
                at.toString(),
                e.actor(),
                e.role(),
                e.ip(),
                e.action(),
                e.objectKey(),
                e.reason(),
                e.before(),
                e.after(),
                e.result());
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            out.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }
}
