package cn.zrzy.hub.draw.model;

import java.time.LocalDate;
import java.util.List;

/**
 * One line of the 执法检查人员名录库 as it enters a draw. No name, no ID number: the card number speaks.
 *
 * @param id 执法证号
 * @param dept 所属部门 or 科室, a code word
 * @param regions 执法区域: region codes or prefixes of them ({@code 4110} covers 411002)
 * @param expertise 专长/执法领域 tags
 * @param certificateValidTo 执法证有效期至, inclusive
 * @param leader 组长资格
 * @param cap places this person may take in this draw, 0..1000; 0 means absent
 * @param priorLoad places already served this year, 0..1000; balances the load over the year
 * @param salt 64 hex: 32 random bytes
 */
public record PoolInspector(
        String id,
        String dept,
        List<String> regions,
        List<String> expertise,
        LocalDate certificateValidTo,
        boolean leader,
        int cap,
        int priorLoad,
        String salt) {

    public PoolInspector {
        regions = List.copyOf(regions);
        expertise = List.copyOf(expertise);
    }
}
