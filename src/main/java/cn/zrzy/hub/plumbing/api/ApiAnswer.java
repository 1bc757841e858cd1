package cn.zrzy.hub.plumbing.api;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Says what the web server would say with a page of its own as problem+json (接口应答). */
class ApiAnswer extends HttpServletResponseWrapper {

    private final Problems problems;

    ApiAnswer(HttpServletResponse response, Problems problems) {
        super(response);
        this.problems = problems;
    }

    @Override
    public void sendError(int status) throws IOException {
        problems.write(this, problem(status));
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }

    private static ApiRefusal problem(int status) {
        return switch (status) {
            case SC_NOT_FOUND -> new ApiRefusal(status, "E-API-PATH", "没有这个接口，请核对网址", "");
            case SC_METHOD_NOT_ALLOWED -> new ApiRefusal(status, "E-API-METHOD", "这个接口不接受此种方法", "");
            case SC_UNSUPPORTED_MEDIA_TYPE ->
                new ApiRefusal(status, "E-API-TYPE", "请求内容须是 UTF-8 的 JSON", "Content-Type");
            default -> new ApiRefusal(status, "E-API-REQUEST", "请求不符合接口约定", "");
        };
    }
}
