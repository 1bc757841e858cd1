package cn.zrzy.sandbox.data;

import java.util.Map;
import java.util.Set;

/**
 * 主体登记: which name and which 统一社会信用代码 are one body's, as every agency can look up for itself. A document in which
 * one firm's name stands with another firm's code is refused wherever it is handed in.
 */
public final class Register {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** Trades by which firms with a qualification are named. */
    private static final Set<String> TRADES =
            Set.of("测绘科技", "地图文化", "位置网络", "地质工程", "岩土工程", "规划设计", "土地房地产评估", "不动产登记代理", "地质勘查", "自然博物", "矿业");

    /** The bureau itself, and the firms of the contracts' samples. */
    private static final Map<String, String> OTHERS = Map.of(
            "11411000MB1F41107T", "许昌市自然资源和规划局",
            "91411002MA9KRX025C", "许昌某测绘有限公司",
            "91411081MA9KRX818F", "禹州某矿业有限公司");

    private Register() {}

    /** The name may have been cut at its blanks, as whoever tidies lists does. */
    public static boolean pairs(String name, String code) {
        if (name.equals(OTHERS.get(code))) {
            return true;
        }
        if (!Codes.creditCodeHolds(code)) {
            return false;
        }
        return switch (code.substring(0, 2)) {
            case "91" ->
                code.startsWith("MA9", 8)
                        && number(code.substring(11, 16)) >= 31
                        && firm(name, code, (number(code.substring(11, 16)) - 31) / 7);
            case "11" ->
                code.startsWith("0057", 8)
                        && number(code.substring(12, 16)) >= 100
                        && is(Company.township(number(code.substring(12, 16)) - 100), name, code);
            case "N2" ->
                code.startsWith("MF", 8)
                        && number(code.substring(10, 16)) >= 31
                        && is(Company.village((number(code.substring(10, 16)) - 31) / 11), name, code);
            default -> false;
        };
    }

    private static boolean firm(String name, String code, int number) {
        if (number < 50_000) {
            return is(Company.of(number), name, code);
        }
        int brand = number < 100_000 ? number - 50_000 : number - 100_000;
        return TRADES.stream().anyMatch(trade -> is(Company.of(number, brand, trade), name, code));
    }

    private static boolean is(Company company, String name, String code) {
        return company.name().equals(name) && company.code().equals(code);
    }

    private static int number(String base31) {
        return base31.chars().reduce(0, (sum, sign) -> sum * 31 + ALPHABET.indexOf(sign));
    }
}
