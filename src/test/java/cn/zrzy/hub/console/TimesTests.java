package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.kernel.Beijing;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class TimesTests {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-28T13:57:00+08:00");

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    private final Times times = new Times(Clock.fixed(NOW.toInstant(), Beijing.ZONE), words);

    @BeforeEach
    void speakChinese() {
        words.setBasename("messages/messages");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void whatIsOverSaysByHowMuch() {
        assertThat(times.until(NOW.plusHours(9).plusMinutes(3))).isEqualTo("9 小时 3 分");
        assertThat(times.until(NOW.minusHours(4).minusMinutes(57))).isEqualTo("逾期 4 小时 57 分");
        assertThat(times.until(NOW.minusDays(2).minusHours(12).toInstant())).isEqualTo("逾期 2 天 12 小时");
        assertThat(times.until(null)).isEqualTo("–");
    }
}
