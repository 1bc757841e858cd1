package cn.zrzy.hub.plumbing.gate;

import org.apache.coyote.BadRequestException;

/**
 * The body is too large or comes too slowly (拒收请求内容); thrown to whoever reads on. A bad request and no other failure of
 * reading, which the web server would take for a caller who has gone away.
 */
public class BodyRefused extends BadRequestException {

    private final int status;
    private final String code;

    BodyRefused(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static BodyRefused large(long most) {
        return new BodyRefused(413, "E-BODY-LARGE", "请求内容过大，不超过 " + most / 1024 + " KB");
    }

    static BodyRefused slow(long seconds) {
        return new BodyRefused(408, "E-BODY-SLOW", "请求内容在 " + seconds + " 秒内没有送完");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
