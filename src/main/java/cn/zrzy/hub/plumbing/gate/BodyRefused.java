package cn.zrzy.hub.plumbing.gate;

import org.apache.coyote.BadRequestException;

/**
 * The address is written in a way that hides it, or the body is too large or comes too slowly (拒收请求); thrown to whoever
 * reads on. A bad request and no other failure of reading, which the web server would take for a caller who has gone away.
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

    static BodyRefused path() {
        return new BodyRefused(400, "E-API-PATH", "网址里有不允许的写法");
    }

    /** A question has no content; reading one would hold a place for whoever sends it drop by drop. */
    static BodyRefused unasked() {
        return new BodyRefused(400, "E-BODY-UNASKED", "GET 请求不带内容");
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
