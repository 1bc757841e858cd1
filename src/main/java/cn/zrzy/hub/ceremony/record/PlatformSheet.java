package cn.zrzy.hub.ceremony.record;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * 交平台的名单: what the provincial platform is told of a frozen draw. In mode P all that it needs to draw; in mode S only
 * which manifest its seed belongs to. Numbers and codes, no name.
 *
 * @param mode {@code P} or {@code S}
 * @param manifestDigest SM3 of the signed manifest, to be said again with their answer
 * @param seedFrom mode S: not before this time they give their seed; null in mode P
 * @param seedUntil mode S: what comes after this time counts as missing; null in mode P
 */
public record PlatformSheet(
        String drawNo,
        String schemeNo,
        String planNo,
        String mode,
        String manifestDigest,
        OffsetDateTime frozenAt,
        OffsetDateTime seedFrom,
        OffsetDateTime seedUntil,
        LocalDate windowFrom,
        LocalDate windowTo,
        List<Share> shares,
        List<Team> teams,
        List<Person> people,
        List<Pair> recusals) {

    /**
     * @param stratum code of the stratum, begins with the item code
     * @param quota exactly so many are to be drawn
     */
    public record Share(String stratum, String itemCode, int quota, List<String> expertise, List<Member> objects) {}

    public record Member(String id, String region) {}

    /** @param items item codes served; empty for all */
    public record Team(String name, List<String> items, int size, List<Role> roles) {}

    public record Role(String name, String dept, boolean leader, List<String> expertise, int least, int most) {}

    /** @param most visits that this person can take in this draw */
    public record Person(
            String certNo, String dept, boolean leader, List<String> regions, List<String> expertise, int most) {}

    /** May not meet, for reasons that stay here. */
    public record Pair(String certNo, String objectId) {}
}
