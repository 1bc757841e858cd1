package cn.zrzy.hub.draw.model;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;

/**
 * 签名公钥, as they stand in manifest.json.
 *
 * @param sm2 130 hex: 04 || x || y
 * @param ed25519 64 hex
 */
public record PublicKeys(String sm2, String ed25519) {

    /** 公钥指纹: the first 16 hex of SM3 over the SM2 key's bytes, as the verifiers print it. */
    public String fingerprint() {
        return Hash.of(DrawHash.SM3).hex(Bytes.unhex(sm2)).substring(0, 16);
    }
}
