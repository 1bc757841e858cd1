package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What a partner answers is kept readable when it is text, and whole when it is not. */
class TextTests {

    @Test
    void bytesThatAreNoTextAreKeptWholeInBase64() {
        byte[] der = {0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02};
        assertThat(Base64.getDecoder().decode(Text.of(der))).isEqualTo(der);
    }

    @Test
    void textStaysTextEvenInAForeignCharset() {
        assertThat(Text.of("{\"code\":\"0\"}\r\n\t受理".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("{\"code\":\"0\"}\r\n\t受理");
        assertThat(Text.of("<p>会话已过期</p>".getBytes(Charset.forName("GBK")))).startsWith("<p>");
    }
}
