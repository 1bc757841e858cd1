package cn.zrzy.hub.delivery.dispatch;

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
        assertThat(Text.of("<p>会话已过期</p>".getBytes(Charset.forName("GBK")))).isEqualTo("<p>会话已过期</p>");
    }

    @Test
    void anAnswerIsReadByTheCharsetThatItDeclares() {
        assertThat(Text.of("退回".getBytes(Charset.forName("GBK")), "application/json; charset=GBK"))
                .isEqualTo("退回");
        assertThat(Text.of("退回".getBytes(Charset.forName("GB18030")), "text/html;charset=\"gb2312\""))
                .isEqualTo("退回");
        assertThat(Text.of("退回".getBytes(Charset.forName("GBK")), "application/json; charset=utf-8"))
                .as("declared wrongly")
                .isEqualTo("退回");
        assertThat(Text.of("退回".getBytes(StandardCharsets.UTF_8), "application/json; charset=klingon"))
                .isEqualTo("退回");
    }
}
