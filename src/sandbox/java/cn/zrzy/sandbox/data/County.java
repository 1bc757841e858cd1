package cn.zrzy.sandbox.data;

/** 许昌市的县市区, with codes of GB/T 2260. */
public enum County {
    WEIDU("411002", "魏都区", "西大,东大,西关,南关,北大,五一路,高桥营,丁庄,七里店,文峰,新兴,半截河,俎庄,天宝路,许由路,颍昌,八一路,灞陵,毓秀,前进路"),
    JIANAN("411003", "建安区", "将官池,五女店,尚集,苏桥,蒋李集,张潘,灵井,陈曹,邓庄,小召,河街,桂村,椹涧,榆林,艾庄,长村张,许由,昌盛,永宁,新元"),
    YANLING("411024", "鄢陵县", "安陵,马栏,柏梁,陈化店,望田,大马,陶城,张桥,彭店,只乐,南坞,马坊,花都,金汇,翠柳,鄢西,鹤鸣,姚家,明义,双洎"),
    XIANGCHENG("411025", "襄城县", "城关,颍桥,麦岭,颍阳,王洛,紫云,库庄,十里铺,山头店,湛北,茨沟,丁营,姜庄,范湖,双庙,汾陈,首山,烟城,乾明,令武"),
    YUZHOU("411081", "禹州市", "火龙,顺店,方山,神垕,鸿畅,梁北,古城,无梁,文殊,鸠山,褚河,范坡,郭连,小吕,浅井,方岗,花石,张得,朱阁,苌庄"),
    CHANGGE("411082", "长葛市", "和尚桥,坡胡,后河,石固,老城,南席,大周,董村,增福,佛耳湖,官亭,石象,古桥,建设路,长兴路,长社路,金桥路,葛天,钟繇,双岳");

    private final String code;
    private final String label;
    private final String[] towns;

    County(String code, String label, String towns) {
        this.code = code;
        this.label = label;
        this.towns = towns.split(",");
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** 县区局, its 统一社会信用代码. */
    public String bureauCode() {
        return Codes.creditCode("11" + code, "MB1F" + Codes.base31(500 + ordinal(), 4));
    }

    public String town(int number) {
        return towns[number % towns.length] + (this == WEIDU ? "街道" : "镇");
    }

    public static County of(int number) {
        return values()[number % values().length];
    }
}
