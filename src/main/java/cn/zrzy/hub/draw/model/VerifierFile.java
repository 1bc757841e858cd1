package cn.zrzy.hub.draw.model;

import cn.zrzy.hub.kernel.Digest;

/** A verifier program that goes into the bundle (验证程序), bound by its digests in the manifest. */
public record VerifierFile(String name, String sm3, String sha256) {

    public static VerifierFile of(String name, byte[] bytes) {
        return new VerifierFile(name, Digest.sm3(bytes), Digest.sha256(bytes));
    }
}
