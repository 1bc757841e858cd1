package cn.zrzy.hub.plumbing.api;

import cn.zrzy.hub.kernel.PlainText;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plumbing.gate.BodyRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * What a caller sent (请求内容), read once and looked at before any route sees it. The gate bounds its size and its time.
 */
@Component
class ApiDocument {

    private final StrictJson json;

    ApiDocument(ApiTexts texts) {
        this.json = new StrictJson(texts);
    }

    /**
     * @return empty when nothing was sent
     * @throws Rejected E-API-… when it is no JSON document in UTF-8 that can be shown and kept
     */
    byte[] read(HttpServletRequest request) throws IOException {
        byte[] bytes = bytes(request);
        if (bytes.length > 0) {
            requireJson(request.getContentType());
            json.check(text(bytes));
        }
        return bytes;
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        try {
            return request.getInputStream().readAllBytes();
        } catch (BodyRefused refused) {
            throw new ApiRefusal(refused.status(), refused.code(), refused.getMessage(), "");
        }
    }

    private static void requireJson(String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
            boolean utf8 = type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8);
            if (type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON) && utf8) {
                return;
            }
        } catch (InvalidMediaTypeException e) {
            // said below
        }
        throw new ApiRefusal(
                415, "E-API-TYPE", "请求内容须是 UTF-8 的 JSON，请求头 Content-Type 写 application/json", "Content-Type");
    }

    /** Bytes of UTF-16 and UTF-32 may pass as UTF-8, but never without a NUL, which no JSON document has. */
    private static String text(byte[] bytes) {
        return PlainText.utf8(bytes)
                .filter(text -> text.indexOf('\u0000') < 0)
                .orElseThrow(
                        () -> new ApiRefusal(400, "E-API-CHARSET", "请求内容不是合法的 UTF-8 文本（GB18030、UTF-16 等须先转换）", ""));
    }
}
