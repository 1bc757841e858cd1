package cn.zrzy.hub.partner.signing;

/** Makes the one Authorization header of a request (签名). */
public interface Signer {

    /**
     * @param method GET or POST
     * @param path without query
     * @param body bytes that will be sent
     */
    String sign(String method, String path, byte[] body);

    /** For a question without a body. */
    default String signQuestion(String path) {
        return sign("GET", path, new byte[0]);
    }
}
