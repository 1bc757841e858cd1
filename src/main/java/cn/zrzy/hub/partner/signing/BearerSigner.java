package cn.zrzy.hub.partner.signing;

import java.util.function.Supplier;

/** A bearer token (RFC 6750). */
class BearerSigner implements Signer {

    private final Supplier<String> token;

    BearerSigner(Supplier<String> token) {
        this.token = token;
    }

    @Override
    public String sign(String method, String path, byte[] body) {
        return "Bearer " + token.get();
    }
}
