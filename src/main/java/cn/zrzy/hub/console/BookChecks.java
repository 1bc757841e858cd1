package cn.zrzy.hub.console;

import cn.zrzy.hub.kernel.SelfCheck;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets every book check itself, a part at a time (账目核对), one hub at a time, and keeps what it finds. A page reads the
 * verdict; nothing that a person opens has to go through the books.
 */
@Component
class BookChecks {

    private static final Logger LOG = LoggerFactory.getLogger(BookChecks.class);

    /** A long backlog, as after an upgrade, is worked off in many short turns. */
    private static final long TURN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final List<SelfCheck> books;
    private final Verdicts verdicts;
    private final TransactionTemplate transaction;

    BookChecks(ObjectProvider<SelfCheck> books, Verdicts verdicts, TransactionTemplate transaction) {
        this.books = books.orderedStream().toList();
        this.verdicts = verdicts;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "${hub.checks.first:PT15S}", fixedDelayString = "${hub.checks.every:PT20S}")
    void check() {
        for (SelfCheck book : books) {
            try {
                verdicts.watch(book.book());
                long end = System.nanoTime() + TURN_NANOS;
                while (Boolean.TRUE.equals(transaction.execute(status -> part(book))) && System.nanoTime() < end) {
                    // The next part in a transaction of its own.
                }
            } catch (RuntimeException e) {
                LOG.error("{} 的账目没有核对成：{}", book.book(), e.getMessage());
            }
        }
    }

    private boolean part(SelfCheck book) {
        if (!verdicts.myTurn()) {
            return false;
        }
        SelfCheck.Findings findings = book.check(verdicts.suspects(book.book()));
        verdicts.keep(book.book(), findings);
        return findings.more();
    }
}
