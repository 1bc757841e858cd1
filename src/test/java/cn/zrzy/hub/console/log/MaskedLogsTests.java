package cn.zrzy.hub.console.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

class MaskedLogsTests {

    private static final String ID = "411002198703071234";
    private static final String MOBILE = "13837412345";

    private static final String TOKEN = "hubpt_" + "aB3_-x".repeat(7);
    private static final String WALL = "hubwall_" + "aB3_-x".repeat(7);

    private final LoggerContext context = new LoggerContext();

    @Test
    void masksPlainLinesWithTheirStackTraces() {
        PatternLayoutEncoder plain = new PatternLayoutEncoder();
        plain.setContext(context);
        plain.setPattern("%msg%n%ex");
        plain.start();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(plain);
        appender.setOutputStream(out);
        appender.start();
        context.getLogger("ROOT").addAppender(appender);

        MaskedLines.wrap(context);
        appender.doAppend(event());

        assertNothingPersonal(out.toString(StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("IllegalStateException");
    }

    @Test
    void masksJsonLinesWithTheirStackTracesAndContext() {
        context.putObject(
                Environment.class.getName(),
                new MockEnvironment().withProperty("logging.structured.json.customizer", MaskedJson.class.getName()));
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();

        String line = encode(encoder);

        assertNothingPersonal(line);
        assertThat(line).contains("\"traceId\":\"8f3c\"", "IllegalStateException", "\"businessKey\"");
    }

    private String encode(Encoder<ILoggingEvent> encoder) {
        return new String(encoder.encode(event()), StandardCharsets.UTF_8);
    }

    private LoggingEvent event() {
        Logger logger = context.getLogger("test");
        LoggingEvent event = new LoggingEvent(
                "test",
                logger,
                Level.WARN,
                "身份证 {} 电话 {}",
                new IllegalStateException("行内容\n" + ID + "\t" + MOBILE + " " + TOKEN + " GET /wall/" + WALL + "/board"),
                new Object[] {ID, MOBILE});
        event.setMDCPropertyMap(Map.of("traceId", "8f3c", "businessKey", ID));
        return event;
    }

    private static void assertNothingPersonal(String text) {
        assertThat(text).doesNotContain(ID, MOBILE, TOKEN, WALL).contains("411002**********34", "138****2345");
    }
}
