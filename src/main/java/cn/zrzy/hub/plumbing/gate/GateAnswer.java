package cn.zrzy.hub.plumbing.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Response;

/** What the gate itself answers (门卫应答): a sentence for people, problem+json (RFC 9457) for machines. */
final class GateAnswer {

    private static final int RETRY_SECONDS = 5;

    private GateAnswer() {}

    static void full(Door door, Response response) throws IOException {
        response.setHeader("Retry-After", Integer.toString(RETRY_SECONDS));
        write(door, response, 503, "E-GATE-FULL", "现在办理的人太多，请 " + RETRY_SECONDS + " 秒后再试");
    }

    static void refused(Door door, Response response, BodyRefused why) throws IOException {
        // Whoever was reading has answered already, as far as he knows.
        response.setErrorReported();
        response.setSuspended(false);
        response.reset();
        response.setHeader("Connection", "close");
        write(door, response, why.status(), why.code(), why.getMessage());
    }

    static void unread(Door door, Response response, int status) throws IOException {
        boolean ours = status >= 500;
        write(
                door,
                response,
                status,
                ours ? "E-API-INTERNAL" : "E-API-REQUEST",
                ours ? "系统内部出错，已记入日志" : "网址或请求头不合规，请核对");
    }

    // Every text is a constant of this package, so nothing needs escaping.
    private static void write(Door door, Response response, int status, String code, String sentence)
            throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        String text;
        if (door == Door.API) {
            response.setContentType("application/problem+json");
            text = "{\"type\":\"about:blank\",\"status\":%d,\"title\":\"%s\",\"code\":\"%s\",\"field\":\"\"}"
                    .formatted(status, sentence, code);
        } else {
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            text = """
                    <!DOCTYPE html>
                    <html lang="zh-CN"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                    <title>%s</title></head>
                    <body><main><h1>%s</h1><p>没有做任何改动。%s</p></main></body></html>
                    """.formatted(sentence, sentence, code);
        }
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        response.finishResponse();
    }
}
