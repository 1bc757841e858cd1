package cn.zrzy.sandbox.data;

/** 姓名与字号: plausible Chinese names, among them characters that break careless encodings. */
public final class Names {

    private static final String[] SURNAMES =
            "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文"
                    .split("");
    private static final String[] GIVEN =
            "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉华建国志文慧红梅鹏宇浩然晨曦子轩雨涵思远海燕春生长青永康新民学峰振东庆丰晓东俊凯立新占营书豪彦博中原根喜铁柱麦收银环".split("");
    private static final String[] RARE = {"𩸽", "㛃", "喆", "堃", "昇", "淼", "犇", "䶮", "珺", "赟"};
    private static final String[] BRAND_A = "中颍许豫魏昌恒瑞鑫盛宏远天华金信诚安泰东方国嘉德正和顺达众联广源汇丰龙鸿博润康隆业同兴永亿启航智创佳百川森科力嵩莲花灵".split("");
    private static final String[] BRAND_B = "达远图地源丰盛泰安信诚和通宇恒业兴隆华瑞祥辉腾飞翔昌明泽润博雅正大成鼎邦基石峰岳川河洋海城邑原野林森木禾".split("");

    private Names() {}

    /** A name for the n-th person; about one in forty bears a rare character, two of the first 400 a 𩸽. */
    public static String person(String place, int number) {
        Dice dice = new Dice(place + ".name", number, 0);
        String name = dice.pick(SURNAMES) + dice.pick(GIVEN);
        if (number == 7 || number == 233) {
            return name + RARE[0];
        }
        if (dice.below(40) == 0) {
            return name + dice.pick(RARE);
        }
        return dice.percent(75) ? name + dice.pick(GIVEN) : name;
    }

    /** Two characters; different for each number below the product of the two lists. */
    static String brand(int number) {
        return BRAND_A[number % BRAND_A.length] + BRAND_B[number / BRAND_A.length % BRAND_B.length];
    }

    static int brands() {
        return BRAND_A.length * BRAND_B.length;
    }
}
