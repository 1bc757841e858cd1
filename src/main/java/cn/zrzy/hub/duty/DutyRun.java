package cn.zrzy.hub.duty;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger (夜间运行): one job on one business date, at most once.
 *
 * @param runId business date and job, {@code 20261123-sync-inspectors-from-hr}
 * @param label Chinese name of the job
 * @param nextAt when a waiting run is tried again
 * @param origin clock 定时, operator 手动, late 补跑
 */
public record DutyRun(
        String runId,
        String job,
        String label,
        LocalDate businessDate,
        State state,
        int attempts,
        OffsetDateTime dueAt,
        @Nullable OffsetDateTime nextAt,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt,
        String origin,
        String traceId,
        String code,
        String message) {

    /**
     * DUE 排队, RUNNING 运行中, WAITING 等待重试, DONE 成功, PARTIAL 部分成功, HELD 已拦截, FAILED 失败, MISSED 错过, SKIPPED 已跳过.
     */
    public enum State {
        DUE,
        RUNNING,
        WAITING,
        DONE,
        PARTIAL,
        HELD,
        FAILED,
        MISSED,
        SKIPPED;

        /** Nothing of it happens by itself any more. */
        public boolean over() {
            return ended() || this == MISSED;
        }

        public boolean ended() {
            return this == DONE || this == PARTIAL || this == HELD || this == FAILED || this == SKIPPED;
        }
    }
}
