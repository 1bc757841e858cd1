package cn.zrzy.hub.draw.outcome;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedMap;

/**
 * 抽取结果 with the exact bytes of its evidence.
 *
 * @param shadow true: computed for an abandoned draw, not to be carried out
 * @param seed 64 hex public seed; "" in mode P
 * @param missing sources and parties that did not answer, by name
 * @param reserves 备选, in order per stratum
 * @param deferred subjects left to the reserve round by the ladder
 * @param ladder how many relaxations were taken
 * @param shortfalls for each relaxation: the binding constraint in words
 * @param findings mode P: rules that the platform's result breaks, in words; else empty
 * @param files result files by name, docs/draw/bundle-format.md §7
 */
public record DrawOutcome(
        String drawNo,
        OffsetDateTime at,
        boolean shadow,
        String seed,
        List<String> missing,
        List<Pick> picks,
        List<Pick> reserves,
        List<TeamSeat> seats,
        List<String> deferred,
        int ladder,
        List<String> shortfalls,
        List<String> findings,
        SortedMap<String, byte[]> files) {}
