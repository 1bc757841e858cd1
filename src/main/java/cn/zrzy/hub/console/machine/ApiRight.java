package cn.zrzy.hub.console.machine;

import cn.zrzy.hub.console.security.Role;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who may make one call of the API (接口权限).
 *
 * @param path as in {@code routes/api}, with {@code /api} in front
 */
record ApiRight(HttpMethod method, String path, ApiDeed deed, Set<Role> roles) {

    PathPatternRequestMatcher matcher(HttpMethod asked) {
        return PathPatternRequestMatcher.withDefaults().matcher(asked, path);
    }
}
