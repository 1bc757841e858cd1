package cn.zrzy.hub.audit;

import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Fact;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit trail (审计日志): the only way to write it, and the way to prove that nobody altered it. */
@Component
public class AuditTrail {

    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);
    private static final int PAGE = 2000;

    private final AuditRows rows;
    private final AuditHead head;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile ChainVerdict lastVerdict;

    AuditTrail(AuditRows rows, AuditHead head, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.head = head;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Joins the caller's transaction: what is undone was not done, and leaves no trace. */
    public void record(AuditEvent event) {
        transaction.executeWithoutResult(status -> {
            rows.lock();
            Instant now = Beijing.moment(clock);
            rows.append(AuditEntry.following(rows.last().orElse(null), now, event.bounded()));
        });
    }

    /**
     * In the transaction that made the fact true, but at its very end: the chain has one writer at a time, and a
     * business transaction should hold that place for an insert, not for its whole length.
     */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    void on(Fact fact) {
        record(Acting.now()
                .map(who -> AuditEvent.by(who, fact.event(), fact.key(), fact.sentence(), "成功"))
                .orElseGet(() -> AuditEvent.bySystem(fact.event(), fact.key(), fact.sentence())));
    }

    /** Newest first; an empty text means any. */
    public List<AuditEntry> search(String actor, String action, String objectKey, int limit) {
        return rows.search(actor, action, objectKey, Math.min(limit, 1000));
    }

    /** Newest first, below {@link AuditQuery#before}. */
    public List<AuditEntry> page(AuditQuery query, int limit) {
        return rows.page(query, limit);
    }

    public List<String> actions() {
        return rows.actions();
    }

    /** The end of the chain as it stands now (链头): whoever has it on paper knows later whether anything before it was altered. */
    public Optional<AuditEntry> head() {
        return rows.last();
    }

    /** Reads the whole chain and names the first row that does not fit. */
    public ChainVerdict verify() {
        ChainVerdict verdict = walk();
        lastVerdict = verdict;
        if (verdict.intact()) {
            rows.last().ifPresent(head::remember);
        } else {
            log.error("审计链校验失败: {} 立即导出证据并通知安全员。E-AUDIT-CHAIN", verdict.why());
        }
        return verdict;
    }

    /** The last check of this process; empty before the first. */
    public Optional<ChainVerdict> lastVerdict() {
        return Optional.ofNullable(lastVerdict);
    }

    @Scheduled(cron = "${audit.check.cron:0 30 5 * * *}", zone = "Asia/Shanghai")
    @Scheduled(initialDelayString = "${audit.check.first:PT30S}", fixedDelayString = "P3650D")
    void nightlyCheck() {
        verify();
    }

    private ChainVerdict walk() {
        long seq = 0;
        String prevHash = AuditEntry.GENESIS;
        for (List<AuditEntry> page = rows.after(seq, PAGE); !page.isEmpty(); page = rows.after(seq, PAGE)) {
            for (AuditEntry entry : page) {
                if (entry.seq() != seq + 1) {
                    return broken(seq, seq + 1, "第 " + (seq + 1) + " 条缺失。");
                }
                if (!entry.prevHash().equals(prevHash)) {
                    return broken(seq, entry.seq(), "第 " + entry.seq() + " 条与前一条不衔接。");
                }
                if (!entry.isIntact()) {
                    return broken(seq, entry.seq(), "第 " + entry.seq() + " 条内容被改动。");
                }
                seq = entry.seq();
                prevHash = entry.hash();
            }
        }
        return cutShort(seq);
    }

    /** A chain cut off at its end is still a chain; only what was remembered outside the database tells. */
    private ChainVerdict cutShort(long count) {
        AuditHead.Mark mark = head.recall().orElse(null);
        if (mark != null
                && rows.find(mark.seq())
                        .map(AuditEntry::hash)
                        .filter(mark.hash()::equals)
                        .isEmpty()) {
            return broken(count, mark.seq(), "上次校验时的第 " + mark.seq() + " 条已不在链上，链尾被截断或整链被重写。");
        }
        return new ChainVerdict(clock.instant(), count, 0, "");
    }

    private ChainVerdict broken(long count, long seq, String why) {
        return new ChainVerdict(clock.instant(), count, seq, why);
    }
}
