package cn.zrzy.hub.draw.canon;

import org.springframework.modulith.NamedInterface;

/** 抽取所用摘要算法; exactly one decides a draw. */
@NamedInterface("canon")
public enum DrawHash {
    /** GB/T 32905-2016, the default. */
    SM3("SM3"),
    /** FIPS 180-4. */
    SHA_256("SHA-256");

    private final String label;

    DrawHash(String label) {
        this.label = label;
    }

    /** The name as it stands in rules.json. */
    public String label() {
        return label;
    }

    public static DrawHash named(String label) {
        return "SHA-256".equals(label) ? SHA_256 : SM3;
    }
}
