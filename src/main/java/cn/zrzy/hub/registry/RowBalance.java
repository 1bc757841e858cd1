package cn.zrzy.hub.registry;

/**
 * 去向: where the rows of a run went. Each row that came went to exactly one place (I1); a run of which that is not so must
 * not become the live list.
 *
 * @param superseded 被取代: became part of another row (一家多证), or belonged to a run that was refused or overtaken
 */
public record RowBalance(long received, long quarantined, long superseded, long unchanged, long added, long changed) {

    public boolean holds() {
        return received == quarantined + superseded + unchanged + added + changed;
    }

    /** 收到 40 行 = 隔离 1 + 被取代 0 + 不变 39 + 新增 0 + 变更 0 */
    public String sentence() {
        return "收到 %d 行 %s 隔离 %d + 被取代 %d + 不变 %d + 新增 %d + 变更 %d"
                .formatted(received, holds() ? "=" : "≠", quarantined, superseded, unchanged, added, changed);
    }
}
