package cn.zrzy.hub.registry.batch;

import cn.zrzy.hub.registry.SyncRun.State;
import cn.zrzy.hub.registry.Undrawables;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A night's line of one feed (一行账): how many rows came, where each went, how many of the live list cannot be drawn and why.
 * Said once, when the batch becomes the live list; ledger, run page, log and API repeat it.
 *
 * @param liveRows of the list as it is now
 * @param reasons of this feed
 */
record NightLine(Counts counts, long liveRows, List<Undrawables.Reason> reasons) {

    private static final int MOST_REASONS = 6;

    String text() {
        return Stream.of(
                        counts.balance(State.APPLIED).sentence(),
                        "停用 " + counts.retired(),
                        live(),
                        said(counts.unidentified(), "有 %d 行认不出是谁，今夜不停用"),
                        said(counts.absent(), "%d 户首次缺席，今夜不停用，下一夜仍缺席才停用"),
                        said(counts.superseded(), "%d 行是同一单位的另一张证书，并入该单位"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("；"));
    }

    private String live() {
        long amount = reasons.stream().mapToLong(Undrawables.Reason::rows).sum();
        String said = "现有 " + liveRows + " 条，不能抽取 " + amount + " 条";
        if (amount == 0) {
            return said;
        }
        return said
                + reasons.stream()
                        .limit(MOST_REASONS)
                        .map(reason -> reason.reason() + " " + reason.rows())
                        .collect(Collectors.joining("、", "（", reasons.size() > MOST_REASONS ? "等）" : "）"));
    }

    private static String said(long amount, String sentence) {
        return amount == 0 ? "" : sentence.formatted(amount);
    }
}
