package cn.zrzy.hub.ceremony.platform;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * 平台抽取结果 as the platform tells it (mode P).
 *
 * @param manifestDigest SM3 of the manifest whose pool they drew from
 * @param drawnAt when they say that they drew
 */
public record PlatformReturn(
        String drawNo, String manifestDigest, OffsetDateTime drawnAt, List<Choice> picks, List<Team> teams) {

    public PlatformReturn {
        picks = List.copyOf(picks);
        teams = List.copyOf(teams);
    }

    public record Choice(String itemCode, String objectId) {}

    /** @param certNos 执法证号 of everyone sent */
    public record Team(String objectId, List<String> certNos) {
        public Team {
            certNos = List.copyOf(certNos);
        }
    }
}
