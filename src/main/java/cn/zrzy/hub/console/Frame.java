package cn.zrzy.hub.console;

import cn.zrzy.hub.alert.Alerts;
import cn.zrzy.hub.alert.watch.Watch;
import cn.zrzy.hub.alert.watch.Watches;
import cn.zrzy.hub.console.security.Person;
import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.PartnerLoad;
import cn.zrzy.hub.intake.Quarantine;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.registry.RegistryBook;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** 页面框架: what surrounds every page — menu with open counts, environment, who is logged in. */
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {

    /** Not this person's to press, whatever the state of the thing. */
    private static final Set<String> FORBIDDEN = Set.of("E-HELD-SAME", "E-ACT-RIGHT");

    private final DispatchDesk dispatches;
    private final Quarantine quarantine;
    private final RegistryBook registry;
    private final Alerts alerts;
    private final Watches watches;
    private final String environment;

    Frame(
            DispatchDesk dispatches,
            Quarantine quarantine,
            RegistryBook registry,
            Alerts alerts,
            Watches watches,
            @Value("${hub.environment:PRODUCTION}") String environment) {
        this.dispatches = dispatches;
        this.quarantine = quarantine;
        this.registry = registry;
        this.alerts = alerts;
        this.watches = watches;
        this.environment = environment;
    }

    /**
     * @param count open problems there, 0 shows no badge
     * @param canWait of them all, so that the badge is grey
     */
    record Item(String path, String label, String icon, String testId, long count, boolean canWait, boolean current) {}

    /** @param onDuty who has the desk; empty for nobody */
    record View(List<Item> menu, String environment, String personName, String role, String here, String onDuty) {}

    /** A polled fragment has no frame, so nothing is counted for it. */
    @ModelAttribute("frame")
    View frame(HttpServletRequest request) {
        return request.getHeader("HX-Request") == null ? view(request) : null;
    }

    private View view(HttpServletRequest request) {
        if (!(request.getUserPrincipal() instanceof Authentication auth
                && auth.getPrincipal() instanceof Person person)) {
            return null;
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return new View(
                menu(person.role(), request.getRequestURI()),
                environment,
                person.displayName(),
                person.role().name(),
                request.getRequestURI() + query,
                watches.current().map(Watch::person).map(Acting::person).orElse(""));
    }

    private List<Item> menu(Role role, String here) {
        long parked = dispatches.loads().stream().mapToLong(PartnerLoad::parked).sum();
        long dirty =
                quarantine.reasons().stream().mapToLong(Quarantine.Reason::rows).sum();
        List<Item> items = new ArrayList<>(List.of(
                item("/ops", "desk", 0, here),
                item("/alerts", "alert", unclaimed(), here),
                item("/routes", "routes", 0, here),
                item("/draws", "draw", 0, here),
                item("/sync", "sync", registry.held().size(), here),
                item("/quarantine", "fence", dirty, here),
                item("/messages", "mail", parked, here)));
        if (role == Role.AUDITOR) {
            items.add(item("/audit", "audit", 0, here));
        }
        if (role == Role.ADMIN) {
            items.add(item("/accounts", "people", 0, here));
        }
        return items;
    }

    private long unclaimed() {
        return alerts.open().stream()
                .filter(alert -> alert.urgent() && !alert.owned())
                .count();
    }

    private static Item item(String path, String icon, long count, String here) {
        String name = path.substring(1);
        return new Item(
                path,
                "menu." + name,
                icon,
                "menu-" + name,
                count,
                "/quarantine".equals(path),
                here.equals(path) || here.startsWith(path + "/"));
    }

    /**
     * A refusal is an answer, not an accident: its sentence, its code and the way back. A look changes nothing, so of one that
     * is refused the page only says why.
     */
    @ExceptionHandler(Rejected.class)
    ModelAndView refused(Rejected refusal, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("console/refused");
        boolean looking = "GET".equals(request.getMethod());
        page.setStatus(status(refusal.code(), looking));
        page.addObject("looking", looking);
        page.addObject("frame", view(request));
        page.addObject("refusal", refusal.getMessage());
        page.addObject("code", refusal.code());
        return page;
    }

    private static HttpStatus status(String code, boolean looking) {
        if (FORBIDDEN.contains(code)) {
            return HttpStatus.FORBIDDEN;
        }
        if (code.endsWith("-UNKNOWN")) {
            return HttpStatus.NOT_FOUND;
        }
        return looking ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
    }
}
