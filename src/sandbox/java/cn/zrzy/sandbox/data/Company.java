package cn.zrzy.sandbox.data;

/** 单位: a company, township or village collective; the same number is the same one in every feed. */
public record Company(String name, String code, County county) {

    private static final String[] TRADES = {
        "置业", "建筑工程", "测绘科技", "矿业", "建材", "农业开发", "机械制造", "商贸", "食品", "新能源", "物流", "环保科技"
    };

    /** The n-th company of the city. */
    public static Company of(int number) {
        int round = number / Names.brands() / TRADES.length;
        Company company = of(number, number, TRADES[number / Names.brands() % TRADES.length]);
        return round == 0 ? company : new Company(company.name + "（" + number + "）", company.code, company.county);
    }

    /** A company in the trade that its qualification asks for; the caller keeps the numbers of trades apart. */
    public static Company of(int number, int brand, String trade) {
        County county = County.of((int) (Dice.hash("company", number, 0) >>> 33));
        String place = number % 3 == 0 ? "许昌" : county.label().substring(0, 2);
        String kind = number % 7 == 0 ? "股份有限公司" : "有限公司";
        return new Company(
                place + Names.brand(brand) + trade + kind,
                Codes.creditCode("91" + county.code(), "MA9" + Codes.base31(number * 7L + 31, 5)),
                county);
    }

    /** 乡镇人民政府 or 街道办事处. */
    public static Company township(int number) {
        County county = County.of(number);
        String town = county.town(number / 6);
        String body = county == County.WEIDU ? "办事处" : "人民政府";
        return new Company(
                "许昌市" + county.label() + town + body,
                Codes.creditCode("11" + county.code(), "0057" + Codes.base31(number + 100, 4)),
                county);
    }

    /** 村集体经济组织, holder of rural parcels. */
    public static Company village(int number) {
        County county = County.of((int) (Dice.hash("village", number, 0) >>> 33));
        String surname = Names.person("village", number).substring(0, 1);
        return new Company(
                county.label() + county.town(number / 6) + surname + "庄" + (number + 1) + "组股份经济合作社",
                Codes.creditCode("N2" + county.code(), "MF" + Codes.base31(number * 11L + 31, 6)),
                county);
    }
}
