package cn.zrzy.hub.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signatures against values that were not made by our own signer. */
class SignsTests {

    /** The value that others publish for this secret and moment; the vendor's own page was not at hand. */
    @Test
    void feishuSignsItsDocumentsSample() {
        assertThat(Signs.feishu(1599360473L, "demo")).isEqualTo("l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=");
    }

    /** The vector of the Standard Webhooks reference implementations. */
    @Test
    void webhookSignsTheVectorOfTheStandard() {
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
        assertThat(Signs.webhook(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    /** 钉钉 publishes the recipe and no value: openssl follows the recipe beside us. */
    @Test
    void dingTalkSignsWhatOpensslSignsByTheSameRecipe() throws Exception {
        String secret = "SEC0f2c1f8a9be74d0e93a3b7f2cc10d5aa5d2f5c53b7b15b2c8a1e6f5a1f9d7c40";
        for (long millis : new long[] {1546084445901L, 1577262236757L, 1799999999999L}) {
            assertThat(Signs.dingTalk(millis, secret)).isEqualTo(openssl(millis + "\n" + secret, secret));
        }
    }

    private static String openssl(String text, String key) throws IOException, InterruptedException {
        Path file = Files.createTempFile(Path.of("target"), "sign", ".txt");
        try {
            Files.writeString(file, text);
            Process run = new ProcessBuilder(
                            List.of("openssl", "dgst", "-sha256", "-hmac", key, "-binary", file.toString()))
                    .start();
            byte[] mac = run.getInputStream().readAllBytes();
            assertThat(run.waitFor()).isZero();
            return Base64.getEncoder().encodeToString(mac);
        } finally {
            Files.delete(file);
        }
    }
}
