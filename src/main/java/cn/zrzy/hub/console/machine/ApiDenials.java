package cn.zrzy.hub.console.machine;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.access.AccessDeniedHandler;

/** 接口拒办: says whether it is the role that lacks, or a person behind the token, and tells the trail. */
class ApiDenials implements AccessDeniedHandler {

    private final AuditTrail audit;

    ApiDenials(AuditTrail audit) {
        this.audit = audit;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        String code = code(request);
        String call = request.getMethod() + " " + request.getRequestURI();
        audit.record(Actor.of(request).did("api.refused", "", "", "", call, code));
        switch (code) {
            case "E-AUTH-PERSON" -> Problems.noPerson(response);
            case "E-AUTH-READ" -> Problems.readOnly(response);
            default -> Problems.forbidden(request, response);
        }
    }

    private static String code(HttpServletRequest request) {
        Optional<ApiRight> right = ApiRights.ALL.stream()
                .filter(one ->
                        one.matcher(HttpMethod.valueOf(request.getMethod())).matches(request))
                .filter(one -> one.roles().stream().anyMatch(role -> request.isUserInRole(role.name())))
                .findFirst();
        if (right.isEmpty()) {
            return "E-AUTH-403";
        }
        boolean mayEnter = known(request, ApiDeed.ENTER);
        return mayEnter ? "E-AUTH-PERSON" : "E-AUTH-READ";
    }

    private static boolean known(HttpServletRequest request, ApiDeed deed) {
        return request.getUserPrincipal() instanceof Authentication caller
                && caller.getAuthorities().contains(new SimpleGrantedAuthority(deed.authority()));
    }
}
