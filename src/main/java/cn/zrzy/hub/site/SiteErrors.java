package cn.zrzy.hub.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** 公众的错误页: a citizen whose page fails sees the public site's dress and a telephone number, not the duty room. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SiteErrors implements ErrorViewResolver {

    private final SiteSettings settings;

    SiteErrors(SiteSettings settings) {
        this.settings = settings;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (!path.equals("/pub") && !path.startsWith("/pub/")) {
            return null;
        }
        Map<String, Object> own = Map.of("reader", Reader.of(null, null, "/pub"), "site", settings);
        return new ModelAndView(status == HttpStatus.NOT_FOUND ? "site/missing" : "site/error", own, status);
    }
}
