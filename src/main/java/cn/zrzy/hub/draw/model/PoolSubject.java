package cn.zrzy.hub.draw.model;

import java.util.List;

/**
 * One line of the 检查对象名录库 as it enters a draw; one subject is one ticket.
 *
 * @param id 统一社会信用代码 or a typed code such as {@code DK:411002001003GB00012}; a natural person enters as a
 *     pseudonym {@code ZR:…}, never with an ID number
 * @param type 对象类型, a code word
 * @param region 行政区划代码, 2–12 digits
 * @param categories 行业/领域/种类 tags; may be empty
 * @param creditClass 信用风险分类; what a letter means is said by the {@link RatioScheme}
 * @param itemCodes 适用的抽查事项 codes; not empty
 * @param exclusionCode "" or a code of {@link DrawRules#exclusions()}: excluded before the draw, with a reason
 * @param checksThisYear 年内已受检次数, held against {@link DrawRules#firmCap()}
 * @param salt 64 hex: 32 random bytes, so that nobody can guess a leaf
 */
public record PoolSubject(
        String id,
        String type,
        String region,
        List<String> categories,
        String creditClass,
        List<String> itemCodes,
        String exclusionCode,
        int checksThisYear,
        String salt) {

    public PoolSubject {
        categories = List.copyOf(categories);
        itemCodes = List.copyOf(itemCodes);
    }

    public PoolSubject excludedFor(String code) {
        return new PoolSubject(id, type, region, categories, creditClass, itemCodes, code, checksThisYear, salt);
    }
}
