package cn.zrzy.hub.console.security;

import cn.zrzy.hub.kernel.PlainText;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 表单文字: no page sees a text that cannot be shown or kept, or that no field of ours is long enough for. The log-in looks
 * for itself, since each attempt has to be in the trail.
 */
class PlainForms extends OncePerRequestFilter {

    private static final int LONGEST = 4000;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return "/login".equals(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getParameterMap().entrySet().stream().allMatch(PlainForms::isPlain)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, "E-FORM-TEXT");
        }
    }

    private static boolean isPlain(Map.Entry<String, String[]> field) {
        return PlainText.shows(field.getKey())
                && Arrays.stream(field.getValue()).allMatch(text -> text.length() <= LONGEST && PlainText.shows(text));
    }
}
