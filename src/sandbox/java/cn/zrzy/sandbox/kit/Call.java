package cn.zrzy.sandbox.kit;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** 一次来访: one HTTP request and its answer. */
public final class Call {

    private final HttpExchange exchange;
    private byte[] body;

    Call(HttpExchange exchange) {
        this.exchange = exchange;
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    public String path() {
        return exchange.getRequestURI().getRawPath();
    }

    public String header(String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value.strip();
    }

    public String query(String name, String fallback) {
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return fallback;
    }

    /** Reads at most limit + 1 bytes, so that a flood is noticed without being swallowed. */
    public byte[] body(int limit) throws IOException {
        if (body == null) {
            body = exchange.getRequestBody().readNBytes(limit + 1);
        }
        return body;
    }

    public void json(int status, Object answer) throws IOException {
        answer(status, "application/json; charset=utf-8", Json.bytes(answer));
    }

    public void html(int status, String page) throws IOException {
        answer(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public void answer(int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Closes the connection without a word. */
    public void cut() {
        exchange.close();
    }

    /** What a broken proxy answers with: a login page and status 200. */
    public void loginPage() throws IOException {
        html(
                200,
                "<!DOCTYPE html><html><head><title>统一身份认证</title></head><body><form action=\"/login\">"
                        + "<p>会话已过期，请重新登录</p><input name=\"user\"><input name=\"password\" type=\"password\">"
                        + "</form></body></html>");
    }
}
