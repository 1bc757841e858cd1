package cn.zrzy.hub.draw.seed;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import cn.zrzy.hub.draw.canon.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Algorithm;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Mode;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;

/**
 * 密封值分存 (2 of 3), Shamir over GF(2^8) mod 0x11b: bureau, notary and 派驻纪检 hold one share each, any two open it, so it can
 * be neither lost nor looked at alone. It is split outside the hub, by the witness page (witness.html).
 */
public final class SharedSecret {

    private static final String SHAPE = "SSJ-SHARE-[123]-[0-9a-f]{64}-[0-9a-f]{8}";

    private SharedSecret() {}

    /** The secret that was sealed, from the first two of the shares that open it; a false share among them hides nothing. */
    public static Optional<byte[]> open(List<String> shares, DrawHash hash, String secretHash) {
        shares.forEach(SharedSecret::check);
        for (int one = 0; one < shares.size(); one++) {
            for (int other = one + 1; other < shares.size(); other++) {
                if (number(shares.get(one)) != number(shares.get(other))) {
                    byte[] secret = open(shares.get(one), shares.get(other));
                    if (Commitment.sealed(hash, secret).equals(secretHash)) {
                        return Optional.of(secret);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** @throws cn.zrzy.hub.kernel.Rejected E-DRAW-SHARE when the slip was copied wrongly */
    public static void check(String share) {
        if (share == null || !share.matches(SHAPE) || !share.endsWith(mark(share.substring(0, share.length() - 9)))) {
            throw Refusal.of("E-DRAW-SHARE", "密封值分存件有误，请核对抄录");
        }
    }

    private static byte[] open(String one, String two) {
        ShamirSplitSecretShare[] shares = {share(one), share(two)};
        try {
            return new ShamirSplitSecret(Algorithm.AES, Mode.Table, shares).getSecret();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ShamirSplitSecretShare share(String share) {
        return new ShamirSplitSecretShare(Bytes.unhex(share.substring(12, 76)), number(share));
    }

    private static int number(String share) {
        return share.charAt(10) - '0';
    }

    private static String mark(String text) {
        return Hash.of(DrawHash.SM3).hex(Bytes.utf8(text)).substring(0, 8);
    }
}
