package cn.zrzy.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AbstractLocaleContextResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** 语言: Chinese unless the person chose English; the choice is a cookie, the browser's own wish does not count. */
@Configuration(proxyBeanMethods = false)
class LanguageSettings {

    @Bean
    LocaleResolver localeResolver() {
        return new Choice(cookie(false), cookie(true));
    }

    private static CookieLocaleResolver cookie(boolean secure) {
        CookieLocaleResolver resolver = new CookieLocaleResolver("HUBLANG");
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSecure(secure);
        resolver.setCookieSameSite("Lax");
        resolver.setCookiePath("/");
        return resolver;
    }

    /** Whoever came by TLS gets a cookie that never travels without. */
    private static final class Choice extends AbstractLocaleContextResolver {

        private final CookieLocaleResolver plain;
        private final CookieLocaleResolver secure;

        Choice(CookieLocaleResolver plain, CookieLocaleResolver secure) {
            this.plain = plain;
            this.secure = secure;
        }

        @Override
        public LocaleContext resolveLocaleContext(HttpServletRequest request) {
            return plain.resolveLocaleContext(request);
        }

        @Override
        public void setLocaleContext(HttpServletRequest request, HttpServletResponse response, LocaleContext locale) {
            (request.isSecure() ? secure : plain).setLocaleContext(request, response, locale);
        }
    }
}
