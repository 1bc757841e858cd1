package cn.zrzy.hub.console.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Masks whole plain log lines. Runs right after Boot has set logging up and wraps each pattern encoder it finds, so
 * Boot's own settings for patterns, files and rolling stay as documented.
 */
class MaskedLines implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        LogMask.learn(event.getEnvironment());
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext context) {
            wrap(context);
        }
    }

    static void wrap(LoggerContext context) {
        Iterator<Appender<ILoggingEvent>> appenders =
                context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
        while (appenders.hasNext()) {
            if (appenders.next() instanceof OutputStreamAppender<ILoggingEvent> stream
                    && stream.getEncoder() instanceof PatternLayoutEncoder plain) {
                MaskingEncoder masking = new MaskingEncoder(plain);
                masking.setContext(context);
                masking.start();
                stream.setEncoder(masking);
            }
        }
    }

    /** The pattern's own output, masked as one text: message, arguments, MDC and stack trace alike. */
    private static final class MaskingEncoder extends EncoderBase<ILoggingEvent> {

        private final PatternLayoutEncoder plain;

        MaskingEncoder(PatternLayoutEncoder plain) {
            this.plain = plain;
        }

        @Override
        public byte[] headerBytes() {
            return plain.headerBytes();
        }

        @Override
        public byte[] encode(ILoggingEvent event) {
            return LogMask.text(plain.getLayout().doLayout(event)).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] footerBytes() {
            return plain.footerBytes();
        }
    }
}
