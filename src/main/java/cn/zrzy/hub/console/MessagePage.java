package cn.zrzy.hub.console;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.find.Search;
import cn.zrzy.hub.console.security.Action;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchFile;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.kernel.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 一条消息: followed from the business fact to the partner's receipt. */
@Controller
class MessagePage {

    private static final int SOON = 3;
    private static final int LATER = 15;

    private final DispatchDesk desk;
    private final Search search;
    private final AuditTrail audit;
    private final Times times;

    MessagePage(DispatchDesk desk, Search search, AuditTrail audit, Times times) {
        this.desk = desk;
        this.search = search;
        this.audit = audit;
        this.times = times;
    }

    @GetMapping("/messages/{dispatch}")
    String message(@PathVariable String dispatch, HttpServletRequest request, Model model) {
        show(file(dispatch, request), model);
        return "console/message";
    }

    @GetMapping("/messages/{dispatch}/story")
    String refresh(@PathVariable String dispatch, HttpServletRequest request, Model model) {
        show(file(dispatch, request), model);
        return "console/message :: story";
    }

    /** 查看原文: the only place where sent bytes are shown as they are. The trail has it before the eyes do. */
    @PostMapping("/messages/{dispatch}/body")
    @Action
    String body(@PathVariable String dispatch, @RequestParam String reason, HttpServletRequest request, Model model) {
        DispatchFile whole = one(dispatch);
        boolean isClosed = search.closed(whole.summary(), Actor.of(request).role());
        audit.record(Actor.of(request)
                .did("console.body-read", dispatch, reason, "", whole.bodyDigest(), isClosed ? "拒绝：尚未公开" : "成功"));
        if (isClosed) {
            throw new Rejected("E-DRAW-SEALED", "不预告的抽取尚未公开，报文暂时只有抽查办可以查看");
        }
        model.addAttribute("file", shown(whole, request));
        return "console/body";
    }

    private void show(DispatchFile file, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("story", Story.of(file));
        model.addAttribute("chart", Waterfall.of(file, times.now()));
        model.addAttribute("pollSeconds", pollSeconds(file.summary()));
    }

    /** Looked at again until its state is final; 0 is never. What is due within the minute may change at any moment. */
    private int pollSeconds(DispatchSummary message) {
        return switch (message.state()) {
            case CONFIRMED, PARKED -> 0;
            case SENDING -> SOON;
            case OWED, DOUBTED, SENT -> {
                boolean due = message.nextAt() == null
                        || message.nextAt().toInstant().isBefore(times.now().plusSeconds(60));
                yield due ? SOON : LATER;
            }
        };
    }

    private DispatchFile file(String dispatch, HttpServletRequest request) {
        return shown(one(dispatch), request);
    }

    private DispatchFile one(String dispatch) {
        return desk.one(dispatch).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private DispatchFile shown(DispatchFile file, HttpServletRequest request) {
        String role = Actor.of(request).role();
        DispatchFile shown = search.closed(file.summary(), role) ? file.closed() : file;
        return shown.with(search.readable(List.of(file.summary()), role).get(0));
    }
}
