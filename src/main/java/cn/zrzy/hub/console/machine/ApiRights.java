package cn.zrzy.hub.console.machine;

import static cn.zrzy.hub.console.machine.ApiDeed.DECIDE;
import static cn.zrzy.hub.console.machine.ApiDeed.ENTER;
import static cn.zrzy.hub.console.machine.ApiDeed.READ;

import cn.zrzy.hub.console.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * 接口权限表: each call of the API once. What is not in it changes nothing for anybody; the door is built from it, and
 * docs/security.md prints it.
 */
final class ApiRights {

    private static final Set<Role> OFFICE = Set.of(Role.OFFICE);
    private static final Set<Role> DUTY = Set.of(Role.OPERATOR, Role.LEAD);

    static final List<ApiRight> ALL = all();

    private ApiRights() {}

    private static List<ApiRight> all() {
        List<ApiRight> all = new ArrayList<>();
        add(all, OFFICE, ENTER, HttpMethod.POST, "/plans", "/schemes", "/findings");
        add(
                all,
                OFFICE,
                DECIDE,
                HttpMethod.POST,
                "/plans/{planNo}/approve",
                "/schemes/{schemeNo}/approve",
                "/schemes/{schemeNo}/withdraw",
                "/draws/{drawNo}/commitments",
                "/draws/{drawNo}/reveals",
                "/draws/{drawNo}/observations",
                "/draws/{drawNo}/seal",
                "/draws/{drawNo}/shares",
                "/draws/{drawNo}/settle",
                "/draws/{drawNo}/abandonments",
                "/draws/{drawNo}/abandonments/approve",
                "/draws/{drawNo}/undrawn",
                "/draws/{drawNo}/undrawn/approve",
                "/draws/{drawNo}/corrections",
                "/draws/{drawNo}/corrections/{request}/approve",
                // Who is recused is not drawn: to say so before the draw is to decide about it.
                "/recusals");
        // Who is drawn in a sealed draw (不预告) is the office's to know, and nobody else's.
        add(
                all,
                OFFICE,
                READ,
                HttpMethod.GET,
                "/schemes/{schemeNo}",
                "/schemes/{schemeNo}/tasks",
                "/schemes/{schemeNo}/rehearsal",
                "/draws/{drawNo}",
                "/draws/{year}/recusals",
                "/draws/{drawNo}/probabilities",
                "/draws/{drawNo}/bundle");
        add(
                all,
                DUTY,
                DECIDE,
                HttpMethod.POST,
                "/operator/keys/restore",
                "/operator/keys/{partner}/waive",
                "/operator/keys/{partner}/acknowledge",
                "/operator/acts/{act}/{of}",
                "/operator/jobs");
        add(
                all,
                DUTY,
                READ,
                HttpMethod.GET,
                "/operator/jobs/preview/{act}/{partner}/{cause}",
                "/operator/jobs",
                "/operator/jobs/{job}",
                "/operator/jobs/{job}/items/{after}",
                "/operator/offers/{target}/{of}",
                "/operator/acts/{act}/{of}",
                "/operator/nights/{date}",
                "/operator/keys",
                "/operator/partners",
                "/operator/problems",
                "/operator/messages/found/{words}",
                "/operator/messages/{dispatch}",
                "/operator/runs/held",
                "/operator/draws/{year}",
                "/operator/undrawable",
                "/operator/undrawable/{feed}/{page}");
        add(all, Set.of(Role.ADMIN), READ, HttpMethod.GET, "/accounts");
        add(all, Set.of(Role.AUDITOR), READ, HttpMethod.GET, "/audit/{from}/{to}/{before}");
        return List.copyOf(all);
    }

    private static void add(List<ApiRight> all, Set<Role> roles, ApiDeed deed, HttpMethod method, String... paths) {
        for (String path : paths) {
            all.add(new ApiRight(method, "/api" + path, deed, roles));
        }
    }
}
