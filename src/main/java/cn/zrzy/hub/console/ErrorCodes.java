package cn.zrzy.hub.console;

import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** 错误页上的代码: of what went wrong the page tells our own code and nothing that an exception says. */
@Component
class ErrorCodes extends DefaultErrorAttributes {

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        Object message =
                request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_MESSAGE, WebRequest.SCOPE_REQUEST);
        boolean code = String.valueOf(message).matches("E-[A-Z-]+");
        attributes.put("code", code ? message : "");
        return attributes;
    }
}
