package cn.zrzy.hub.draw.paper;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import cn.zrzy.hub.draw.canon.Jcs;
import cn.zrzy.hub.draw.canon.JcsReader;
import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.canon.Stamps;
import cn.zrzy.hub.draw.canon.Words;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.Opening;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/** Lines of the records after the draw: log.jsonl, redraws.jsonl, corrections.jsonl, and secret.json. */
public final class LogLine {

    private LogLine() {}

    /** {@code [seq, at, kind, drawNo, document, prev]}. */
    public static String log(
            long seq, OffsetDateTime at, String kind, String drawNo, byte[] document, String previousHash) {
        return Jcs.write(List.of(
                seq, Stamps.text(at), kind, drawNo, Hash.of(DrawHash.SM3).hex(document), previousHash));
    }

    /** SM3 of a line: what the next one carries as prev. */
    public static String hash(String line) {
        return Hash.of(DrawHash.SM3).hex(Bytes.utf8(line));
    }

    /** Time of a log line; "" of an empty one. */
    public static String at(String line) {
        return line.isEmpty() ? "" : PoolLines.text(JcsReader.line(line, "log.jsonl"), 1);
    }

    /** {@code [drawNo, at, reason, approver, evidence, scheme]}: the scheme leads to the draw that follows. */
    public static String redraw(
            String drawNo, OffsetDateTime at, Abandonment abandonment, String evidence, String scheme) {
        String fault = Words.approvalFault("作废", abandonment.reason(), abandonment.approver());
        if (!fault.isEmpty()) {
            throw Refusal.of("E-DRAW-VOID-APPROVAL", fault);
        }
        if (!evidence.isEmpty() && !Bytes.isHex(evidence, 64)) {
            throw Refusal.of("E-DRAW-VOID-APPROVAL", "凭证摘要应为64位十六进制");
        }
        return Jcs.write(
                List.of(drawNo, Stamps.text(at), abandonment.reason(), abandonment.approver(), evidence, scheme));
    }

    public static String correction(Correction c) {
        return Jcs.write(List.of(
                c.no(),
                Stamps.text(c.at()),
                c.kind().name().toLowerCase(Locale.ROOT),
                c.subjectId(),
                c.inspectorId(),
                c.code(),
                c.reason(),
                c.approver(),
                c.evidence()));
    }

    public static Correction correction(String line) {
        List<Object> f = JcsReader.line(line, "corrections.jsonl");
        return new Correction(
                PoolLines.number(f, 0),
                Stamps.time(f.get(1)),
                Correction.Kind.valueOf(PoolLines.text(f, 2).toUpperCase(Locale.ROOT)),
                PoolLines.text(f, 3),
                PoolLines.text(f, 4),
                PoolLines.text(f, 5),
                PoolLines.text(f, 6),
                PoolLines.text(f, 7),
                PoolLines.text(f, 8));
    }

    /** Reads {@link #secret} back. */
    public static Opening opening(byte[] secretFile) {
        java.util.Map<String, Object> paper = JcsReader.document(secretFile, "secret.json");
        return new Opening(Stamps.time(paper.get("openedAt")), (String) paper.get("secret"));
    }

    public static byte[] secret(String drawNo, OffsetDateTime openedAt, String secret) {
        return Jcs.document(java.util.Map.of("drawNo", drawNo, "openedAt", Stamps.text(openedAt), "secret", secret));
    }
}
