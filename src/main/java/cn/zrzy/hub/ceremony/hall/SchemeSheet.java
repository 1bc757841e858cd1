package cn.zrzy.hub.ceremony.hall;

import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.ceremony.record.PlatformCheck;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.plan.Scheme;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scheme and how its draw stands (方案与抽取进度). What does not concern it yet, or does not concern it at all, is missing.
 *
 * @param drawNo from the call for commitments on
 * @param parties who has to commit, from the call to the freeze
 * @param committed who has done so
 * @param keepers of an unannounced draw: who keeps the sealed value
 * @param sealed the sealed value's digest has come
 * @param revealDeadline from the freeze on
 * @param secretJoined the keepers' shares have opened the sealed value
 * @param openAt when an unannounced draw is published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SchemeSheet(
        String schemeNo,
        String planNo,
        Scheme.State state,
        @Nullable String drawNo,
        @Nullable List<String> parties,
        @Nullable List<String> committed,
        @Nullable List<String> keepers,
        @Nullable Boolean sealed,
        @Nullable OffsetDateTime revealDeadline,
        @Nullable List<SeedRecipe.Source> sources,
        @Nullable Boolean secretJoined,
        @Nullable OffsetDateTime openAt,
        @Nullable DrawnResult result,
        @Nullable PlatformCheck platform) {}
