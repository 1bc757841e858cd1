package cn.zrzy.hub.console;

import cn.zrzy.hub.console.find.Search;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.DispatchSummary;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 消息中心: everything that leaves, found by whatever number, code or name it is about. */
@Controller
class MessagesPage {

    private static final int PAGE = 50;

    private final DispatchDesk desk;
    private final Search search;

    MessagesPage(DispatchDesk desk, Search search) {
        this.desk = desk;
        this.search = search;
    }

    record Listing(
            List<DispatchSummary> lines,
            long total,
            boolean cut,
            int page,
            long pages,
            String query,
            DispatchState state,
            String partner,
            String cause,
            List<String> partners) {

        public boolean hasNext() {
            return page < pages;
        }
    }

    @GetMapping("/messages")
    String messages(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) DispatchState state,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        String words = q.strip();
        String role = Actor.of(request).role();
        List<String> partners =
                desk.loads().stream().map(load -> load.partner()).sorted().toList();
        Listing listing;
        if (words.isEmpty()) {
            DispatchDesk.Page found =
                    desk.page(new DispatchDesk.Filter(state, partner, cause), Math.max(1, page), PAGE);
            long paged = Math.min(found.total(), DispatchDesk.Page.COUNTED);
            long pages = Math.max(1, (paged + PAGE - 1) / PAGE);
            listing = new Listing(
                    search.readable(found.rows(), role),
                    found.total(),
                    found.isCut(),
                    found.page(),
                    pages,
                    "",
                    state,
                    partner,
                    cause,
                    partners);
        } else {
            DispatchDesk.Filter filter = new DispatchDesk.Filter(state, partner, cause);
            Optional<List<DispatchSummary>> within =
                    search.patiently(() -> desk.search(search.sought(words, role, DispatchDesk.FOUND), filter));
            List<DispatchSummary> fitting = within.orElse(List.of());
            listing = new Listing(
                    search.readable(fitting, role),
                    fitting.size(),
                    within.isEmpty() || fitting.size() >= DispatchDesk.FOUND,
                    1,
                    1,
                    words,
                    state,
                    partner,
                    cause,
                    partners);
        }
        model.addAttribute("listing", listing);
        model.addAttribute("states", DispatchState.values());
        model.addAttribute("query", words);
        model.addAttribute("bulk", mayAct(request) && !listing.lines().isEmpty());
        model.addAttribute("whole", whole(listing));
        return "console/messages";
    }

    private static boolean mayAct(HttpServletRequest request) {
        return List.of(Role.OPERATOR.name(), Role.LEAD.name())
                .contains(Actor.of(request).role());
    }

    /** What may be done to everything that is listed; null where that is no one partner's or no one cause's. */
    private static List<String> whole(Listing listing) {
        boolean narrow = !listing.partner().isEmpty() || !listing.cause().isEmpty();
        if (!listing.query().isEmpty() || !narrow || listing.state() == null) {
            return null;
        }
        return switch (listing.state()) {
            case PARKED -> List.of("resend", "close-by-hand");
            case DOUBTED -> List.of("ask-partner");
            default -> null;
        };
    }
}
