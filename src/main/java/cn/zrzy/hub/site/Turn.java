package cn.zrzy.hub.site;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** 排队: what takes a second of processor or much memory is done one at a time, and nobody waits for ever. */
final class Turn {

    /** 系统忙: answered with 503 and the request to come back. */
    static final class Busy extends RuntimeException {}

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Duration patience;

    Turn() {
        this(PATIENCE);
    }

    Turn(Duration patience) {
        this.patience = patience;
    }

    /** @throws Busy when those before take longer than a reader's patience */
    <T> T take(Supplier<T> work) {
        if (!mine()) {
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private boolean mine() {
        try {
            return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
