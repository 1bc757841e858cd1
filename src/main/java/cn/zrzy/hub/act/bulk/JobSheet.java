package cn.zrzy.hub.act.bulk;

import cn.zrzy.hub.act.Sheet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 批量预览单: what a job would do, before anything runs.
 *
 * @param title the act's name
 * @param wants NOTHING or NUMBER
 * @param total messages that are meant
 * @param arrived those of them that the partner may have received already
 * @param others open messages in the same state that are not meant; none when the choice is everything there is
 * @param first the first of them, by age
 */
public record JobSheet(
        String act,
        String title,
        String wants,
        JobOrder order,
        long total,
        long arrived,
        long others,
        List<Sheet.Item> first,
        Sheet.@Nullable Bar bar) {

    /** It may be started. */
    public boolean mayStart() {
        return bar.code().isEmpty();
    }
}
