package cn.zrzy.hub.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** Refusals at the two machine doors, as problem+json (RFC 9457) in Chinese. */
final class Problems {

    private Problems() {}

    static void unauthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(response, 401, "未认证", "缺少有效的访问令牌。请检查 Authorization 请求头。", "E-AUTH-401");
    }

    static void tooMany(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "60");
        write(response, 429, "尝试过多", "口令错得太多，请过几分钟再试。", "E-AUTH-429");
    }

    static void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(response, 403, "无权限", "该账号的角色无权执行此操作。如需要，请联系系统管理员。", "E-AUTH-403");
    }

    static void rejected(HttpServletResponse response) throws IOException {
        write(response, 400, "网址不合规", "网址或请求头里有不允许的写法。请核对。", "E-API-PATH");
    }

    // Every text is a constant of this class, so nothing needs escaping.
    private static void write(HttpServletResponse response, int status, String title, String detail, String code)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        String body = """
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s","code":"%s"}""".formatted(title, status, detail, code);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
