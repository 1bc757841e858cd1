package cn.zrzy.verify;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;

/**
 * RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.2): the block is encoded again and compared whole; whoever parses the padding accepts more
 * than one block.
 */
final class Rsa {

    private static final Map<String, String> DIGEST_INFO = Map.of(
            "SHA-256", "3031300d060960864801650304020105000420",
            "SHA-384", "3041300d060960864801650304020205000430",
            "SHA-512", "3051300d060960864801650304020305000440");

    private Rsa() {}

    /** @param digest SHA-256, SHA-384 or SHA-512 */
    static boolean verify(BigInteger n, BigInteger e, String digest, byte[] message, byte[] signature) {
        int size = (n.bitLength() + 7) / 8;
        BigInteger s = new BigInteger(1, signature);
        boolean key = n.testBit(0) && size >= 256 && size <= 1024 && e.testBit(0) && e.bitLength() <= 64;
        if (n.signum() < 0 || !key || e.compareTo(BigInteger.valueOf(3)) < 0) {
            return false;
        }
        if (signature.length != size || s.compareTo(n) >= 0) {
            return false;
        }
        byte[] info = Hash.join(Bits.unhex(DIGEST_INFO.get(digest)), Hash.jdk(digest, message));
        byte[] block = new byte[size];
        Arrays.fill(block, 2, size - info.length - 1, (byte) -1);
        block[1] = 1;
        System.arraycopy(info, 0, block, size - info.length, info.length);
        return s.modPow(e, n).equals(new BigInteger(1, block));
    }
}
