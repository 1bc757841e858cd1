package cn.zrzy.hub.plumbing.gate;

import org.apache.catalina.Session;
import org.apache.catalina.connector.Request;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** 门: which way a request comes in. Each has room of its own, so that a crowd at one does not stand before the others. */
enum Door {
    /** 公示. */
    PUBLIC,
    /** 接口. */
    API,
    /** 陌生人的表单: forms of people who are not logged in; all that a stranger can make us read. */
    FORMS,
    /** 控制台. */
    CONSOLE;

    static Door of(Request request) {
        Door door = ofPath(request.getRequestURI());
        return door == CONSOLE && hasBody(request) && !isLoggedIn(request) ? FORMS : door;
    }

    /**
     * Filters ask for the address as it was sent, handlers for what it means: written otherwise ({@code /%61pi}, {@code
     * //api}, {@code /api;x}), a call would get past the one and to the other.
     */
    static boolean isPlain(Request request) {
        return ofPath(request.getRequestURI()) == ofPath(request.getDecodedRequestURI());
    }

    static Door ofPath(String path) {
        if (within(path, "/pub") || within(path, "/assets/site")) {
            return PUBLIC;
        }
        return within(path, "/api") ? API : CONSOLE;
    }

    private static boolean within(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isLoggedIn(Request request) {
        Session session = request.getSessionInternal(false);
        return session != null
                && session.isValid()
                && session.getSession().getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        != null;
    }
}
