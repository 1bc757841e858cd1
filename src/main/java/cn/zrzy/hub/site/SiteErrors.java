package cn.zrzy.hub.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** 公众的错误页: a citizen whose page fails sees the public site's dress and a telephone number, not the duty room. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SiteErrors implements ErrorViewResolver {

    private final Pages pages;

    SiteErrors(Pages pages) {
        this.pages = pages;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (!path.equals("/pub") && !path.startsWith("/pub/")) {
            return null;
        }
        Reader reader = Reader.of(request.getParameter("lang"), request.getParameter("size"), "/pub");
        String template = status == HttpStatus.NOT_FOUND ? "site/missing" : "site/error";
        byte[] page = pages.text(template, reader, Map.of()).getBytes(StandardCharsets.UTF_8);
        View view = (shown, asked, response) -> {
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream().write(page);
        };
        ModelAndView answer = new ModelAndView(view);
        answer.setStatus(status);
        return answer;
    }
}
