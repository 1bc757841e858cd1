package cn.zrzy.hub.alert.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** 签名 as each vendor's document writes it; all of them HMAC-SHA256 in Base64, no two over the same. */
final class Signs {

    private Signs() {}

    /** 钉钉《自定义机器人安全设置》加签: key is the secret, text is {@code <milliseconds>\n<secret>}. */
    static String dingTalk(long millis, String secret) {
        return hmac(utf8(secret), utf8(millis + "\n" + secret));
    }

    /** 飞书《自定义机器人使用指南》签名校验: key is {@code <seconds>\n<secret>}, the text is empty. */
    static String feishu(long seconds, String secret) {
        return hmac(utf8(seconds + "\n" + secret), new byte[0]);
    }

    /** Standard Webhooks 1.0.0: text is {@code <id>.<seconds>.<body>}, the secret {@code whsec_} and Base64. */
    static String webhook(String id, long seconds, byte[] body, String secret) {
        byte[] head = utf8(id + "." + seconds + ".");
        byte[] signed = new byte[head.length + body.length];
        System.arraycopy(head, 0, signed, 0, head.length);
        System.arraycopy(body, 0, signed, head.length, body.length);
        byte[] key = secret.startsWith("whsec_") ? Base64.getDecoder().decode(secret.substring(6)) : utf8(secret);
        return "v1," + hmac(key, signed);
    }

    private static String hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
