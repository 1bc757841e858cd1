package cn.zrzy.hub.draw.model;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import java.math.BigInteger;

/**
 * 抽取层: the subjects of one item that share a quota.
 *
 * @param basisPoints the ratio that gave the quota
 * @param members N
 * @param quota n, fixed before the seed; of a research item its floor
 * @param reserve r
 * @param remainder chance of one place more in ten-thousandths, 0..9999; 0 unless the item is research
 */
public record Stratum(String code, String item, int basisPoints, int members, int quota, int reserve, int remainder) {

    /** Of an item that is rounded up: n is known before the seed. */
    public Stratum(String code, String item, int basisPoints, int members, int quota, int reserve) {
        this(code, item, basisPoints, members, quota, reserve, 0);
    }

    /** n under this seed. */
    public int places(DrawHash hash, byte[] usedSeed) {
        if (remainder == 0) {
            return quota;
        }
        byte[] ticket = Hash.of(hash).digest(Bytes.lp("SSJ/stratum/v1"), Bytes.lp(usedSeed), Bytes.lp(code));
        BigInteger scaled = new BigInteger(1, ticket).multiply(BigInteger.valueOf(10_000));
        return quota + (scaled.compareTo(BigInteger.valueOf(remainder).shiftLeft(256)) < 0 ? 1 : 0);
    }
}
