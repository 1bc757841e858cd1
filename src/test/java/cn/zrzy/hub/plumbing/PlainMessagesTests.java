package cn.zrzy.hub.plumbing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.kernel.Rejected;
import jakarta.jms.BytesMessage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Bytes are read when they are the text that was agreed on. */
class PlainMessagesTests {

    private final PlainMessages plain = new PlainMessages(DataSize.ofMegabytes(1));

    @Test
    void bytesInAnotherCharsetAreNotGuessed() throws Exception {
        assertThat(plain.text(bytes(StandardCharsets.UTF_8))).isEqualTo("受理");
        assertThatThrownBy(() -> plain.text(bytes(Charset.forName("GB18030"))))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("E-MESSAGE-CHARSET"));
    }

    private static BytesMessage bytes(Charset charset) throws Exception {
        byte[] text = "受理".getBytes(charset);
        BytesMessage message = mock(BytesMessage.class);
        when(message.getBodyLength()).thenReturn((long) text.length);
        when(message.readBytes(any(byte[].class))).thenAnswer(call -> {
            System.arraycopy(text, 0, call.<byte[]>getArgument(0), 0, text.length);
            return text.length;
        });
        return message;
    }
}
