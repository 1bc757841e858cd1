package cn.zrzy.sandbox.kit;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 请求签名的核验: HMAC-SM3 over app, time, nonce, path and body; a window of 300 seconds; each nonce once. */
public final class Signature {

    private static final Pattern HEADER =
            Pattern.compile("HMAC-SM3 appId=\"([^\"]{1,40})\", ?timestamp=\"([0-9]{1,12})\","
                    + " ?nonce=\"([0-9a-f]{32})\", ?signature=\"([0-9a-f]{64})\"");
    private static final long WINDOW = 300;

    private final Secrets secrets;
    private final String keyName;
    private final Map<String, Long> seen = new LinkedHashMap<>();

    public Signature(Secrets secrets, String keyName) {
        this.secrets = secrets;
        this.keyName = keyName;
    }

    /** @throws Refusal 401 with E-SIGN, E-TIME or E-NONCE */
    public void verify(Call call, byte[] body) {
        Matcher header = HEADER.matcher(call.header("Authorization"));
        String key = secrets.find(keyName).orElse("");
        if (!header.matches() || !header.group(1).equals("xuchang") || key.isEmpty()) {
            throw new Refusal(401, "E-SIGN", "签名缺失或格式不对");
        }
        String text = String.join(
                "\n",
                header.group(1),
                header.group(2),
                header.group(3),
                call.method() + " " + call.path(),
                Sm3.of(body));
        if (!Sm3.hmac(key, text).equals(header.group(4))) {
            throw new Refusal(401, "E-SIGN", "签名不符");
        }
        long now = System.currentTimeMillis() / 1000;
        long stamp = Long.parseLong(header.group(2));
        if (Math.abs(now - stamp) > WINDOW) {
            throw new Refusal(401, "E-TIME", "时间戳超出 " + WINDOW + " 秒窗口");
        }
        if (!first(header.group(3), now)) {
            throw new Refusal(401, "E-NONCE", "nonce 已用过");
        }
    }

    private synchronized boolean first(String nonce, long now) {
        // A nonce outside the window can no longer pass the time check, so it may be forgotten.
        Iterator<Long> oldest = seen.values().iterator();
        while (oldest.hasNext() && now - oldest.next() > 2 * WINDOW) {
            oldest.remove();
        }
        return seen.putIfAbsent(nonce, now) == null;
    }
}
