package cn.zrzy.hub.draw.seed;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import cn.zrzy.hub.draw.model.Disclosure;

/** 承诺值与密封值的摘要: what binds a party or the bureau to a value that it does not show yet. */
public final class Commitment {

    private Commitment() {}

    /** 承诺值: hex H(lp("SSJ/commit/v1") || lp(drawNo) || lp(party) || lp(value)). */
    public static String of(DrawHash hash, String drawNo, String party, byte[] value) {
        return Hash.of(hash).hex(Bytes.lp("SSJ/commit/v1"), Bytes.lp(drawNo), Bytes.lp(party), Bytes.lp(value));
    }

    /** 密封值: hex H(S), for {@link Disclosure#secretHash()}. */
    public static String sealed(DrawHash hash, byte[] secret) {
        return Hash.of(hash).hex(secret);
    }
}
