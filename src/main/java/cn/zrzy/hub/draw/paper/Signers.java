package cn.zrzy.hub.draw.paper;

/**
 * 签名私钥. Signatures are deterministic (RFC 6979 nonces for SM2), so the same evidence gives the same bytes.
 *
 * @param sm2 64 hex: private scalar on sm2p256v1, 1..n−2
 * @param ed25519 64 hex: RFC 8032 private key
 */
public record Signers(String sm2, String ed25519) {

    /** Keys are never printed. */
    @Override
    public String toString() {
        return "Signers[…]";
    }
}
