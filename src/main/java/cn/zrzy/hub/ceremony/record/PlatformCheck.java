package cn.zrzy.hub.ceremony.record;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 平台结果核对单: how a result that the platform drew stands against the frozen rules.
 *
 * @param bodySha256 the answer as it arrived, in the intake store
 * @param saidDrawnAt when the platform says that it drew
 * @param findings rules that the result breaks, in words
 * @param forbidden by subject id: why nobody may go there with the team as it is; such a visit has no task
 * @param settlement what a person decided about the findings; "" while open
 */
public record PlatformCheck(
        String drawNo,
        String bodySha256,
        @Nullable OffsetDateTime saidDrawnAt,
        OffsetDateTime takenAt,
        List<String> findings,
        Map<String, List<String>> forbidden,
        @Nullable String settlement,
        @Nullable String settledBy) {

    public boolean clean() {
        return findings.isEmpty() && forbidden.isEmpty();
    }
}
