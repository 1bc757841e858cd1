package cn.zrzy.hub.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** Refusals at the two machine doors, as problem+json (RFC 9457) in Chinese. */
public final class Problems {

    private Problems() {}

    public static void unauthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(response, 401, "未认证", "缺少有效的访问令牌：没有带、已到期或已作废。请检查 Authorization 请求头，需要时到控制台“个人令牌”另做一个。", "E-AUTH-401");
    }

    public static void tooMany(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "60");
        write(response, 429, "尝试过多", "口令错得太多，请过几分钟再试。", "E-AUTH-429");
    }

    public static void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(response, 403, "无权限", "该账号的角色无权执行此操作。如需要，请联系系统管理员。", "E-AUTH-403");
    }

    public static void noPerson(HttpServletResponse response) throws IOException {
        write(response, 403, "须由本人办理", "这件事要由人来决定：请用经办人本人的个人令牌，或登录控制台办理。机器账号只能报送草案和结果。", "E-AUTH-PERSON");
    }

    public static void readOnly(HttpServletResponse response) throws IOException {
        write(response, 403, "只读令牌", "这个令牌只能查看。要办理请换一个“与本人相同”的个人令牌。", "E-AUTH-READ");
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
