package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.registry.SyncRun;
import cn.zrzy.hub.registry.Undrawables;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * A night's line of one feed (一行账): how many rows came, where each went, how many of the live list cannot be drawn and why.
 * Said once, when the run becomes the live list; ledger, run page, log and API repeat it.
 */
@Repository
class RunLine {

    private static final int MOST_REASONS = 6;

    private final JdbcClient jdbc;
    private final Undrawables undrawables;

    RunLine(JdbcClient jdbc, Undrawables undrawables) {
        this.jdbc = jdbc;
        this.undrawables = undrawables;
    }

    /** After the run was written. */
    String of(SyncRun run, Shelf shelf) {
        return Stream.of(run.balance().sentence(), "停用 " + run.retired(), live(run, shelf), caution(run.runId()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("；"));
    }

    private String live(SyncRun run, Shelf shelf) {
        List<Undrawables.Reason> reasons = undrawables.reasons(run.businessDate()).stream()
                .filter(reason -> reason.feed().equals(run.feed()))
                .toList();
        long amount = reasons.stream().mapToLong(Undrawables.Reason::rows).sum();
        String said = "现有 " + liveRows(run.feed(), shelf) + " 条，不能抽取 " + amount + " 条";
        if (amount == 0) {
            return said;
        }
        return said
                + reasons.stream()
                        .limit(MOST_REASONS)
                        .map(reason -> reason.reason() + " " + reason.rows())
                        .collect(Collectors.joining("、", "（", reasons.size() > MOST_REASONS ? "等）" : "）"));
    }

    private long liveRows(String feed, Shelf shelf) {
        return jdbc.sql(shelf.sql("select count(*) from $versions where feed = ? and until is null and not retired"))
                .param(feed)
                .query(Long.class)
                .single();
    }

    /** Beside the counts; empty when there is nothing to add. */
    private String caution(String runId) {
        return jdbc.sql("select unidentified, absent, superseded from registry.sync_run where run_id = ?")
                .param(runId)
                .query((row, i) -> Stream.of(
                                said(row.getLong("unidentified"), "有 %d 行认不出是谁，今夜不停用"),
                                said(row.getLong("absent"), "%d 户首次缺席，今夜不停用，下一夜仍缺席才停用"),
                                said(row.getLong("superseded"), "%d 行是同一单位的另一张证书，并入该单位"))
                        .filter(sentence -> !sentence.isEmpty())
                        .collect(Collectors.joining("；")))
                .single();
    }

    private static String said(long amount, String sentence) {
        return amount == 0 ? "" : sentence.formatted(amount);
    }
}
