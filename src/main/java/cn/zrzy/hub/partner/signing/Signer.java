package cn.zrzy.hub.partner.signing;

/** Makes the one Authorization header of a request (签名). An agency's folder picks the scheme by extending it. */
public abstract class Signer {

    /**
     * @param method GET or POST
     * @param path without query
     * @param body bytes that will be sent
     */
    public abstract String authorization(String method, String path, byte[] body);

    /** For a document. */
    public String sign(String path, byte[] body) {
        return authorization("POST", path, body);
    }

    /** For a question without a body. */
    public String signQuestion(String path) {
        return authorization("GET", path, new byte[0]);
    }
}
