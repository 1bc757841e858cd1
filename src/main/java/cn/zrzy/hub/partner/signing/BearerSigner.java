package cn.zrzy.hub.partner.signing;

import java.util.function.Supplier;

/** A bearer token (RFC 6750). */
public class BearerSigner extends Signer {

    private final Supplier<String> token;

    public BearerSigner(Supplier<String> token) {
        this.token = token;
    }

    @Override
    public String authorization(String method, String path, byte[] body) {
        return "Bearer " + token.get();
    }
}
