package cn.zrzy.hub.console.audit;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.Times;
import cn.zrzy.hub.console.find.Search;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.PartnerLoad;
import cn.zrzy.hub.delivery.ReceiptDesk;
import cn.zrzy.hub.kernel.Beijing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 报送清单: what was sent to one agency from day to day, with receipts and digests, to print or to take along. */
@Controller
class SentPage {

    private static final int PAGE = 200;
    private static final int PART = 1_000;

    private final ReceiptDesk receipts;
    private final DispatchDesk messages;
    private final Search search;
    private final AuditTrail trail;
    private final Times times;
    private final Clock clock;

    SentPage(ReceiptDesk receipts, DispatchDesk messages, Search search, AuditTrail trail, Times times, Clock clock) {
        this.receipts = receipts;
        this.messages = messages;
        this.search = search;
        this.trail = trail;
        this.times = times;
        this.clock = clock;
    }

    /** @param from first day, {@code to} last day, Beijing time */
    record Span(String partner, LocalDate from, LocalDate to) {

        OffsetDateTime begins() {
            return Beijing.startOf(from);
        }

        OffsetDateTime ends() {
            return Beijing.startOf(to.plusDays(1));
        }
    }

    @GetMapping("/audit/sent")
    String sent(
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request,
            Model model) {
        Span span = span(partner, from, to);
        List<ReceiptDesk.Line> found = lines(span, after, PAGE + 1, request);
        List<ReceiptDesk.Line> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("span", span);
        model.addAttribute(
                "partners",
                messages.loads().stream().map(PartnerLoad::partner).sorted().toList());
        model.addAttribute("lines", shown);
        model.addAttribute(
                "next", found.size() > PAGE ? shown.get(shown.size() - 1).sent().dispatch() : null);
        model.addAttribute("head", trail.head().orElse(null));
        return "console/sent";
    }

    @GetMapping("/audit/sent.xlsx")
    void export(
            @RequestParam String partner,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Span span = span(partner, from, to);
        trail.record(Actor.of(request).did("audit.exported", "sent/" + partner, "", "", from + " – " + to, "成功"));
        try (Sheet sheet = new Sheet(response, "sent-" + partner.replaceAll("[^a-z]", ""), "报送清单")) {
            sheet.heading("流水号", "业务编号", "内容", "对象", "发出", "报文摘要 SM3", "回执号", "结论", "回执中的摘要", "对方时间", "收到回执");
            String after = "";
            for (List<ReceiptDesk.Line> part = lines(span, after, PART, request);
                    !part.isEmpty();
                    part = lines(span, after, PART, request)) {
                part.forEach(line -> sheet.row(cells(line)));
                after = part.get(part.size() - 1).sent().dispatch();
            }
            trail.head().ifPresent(last -> sheet.chainHead(last, times));
        }
    }

    /** Without dates this month. */
    private Span span(String partner, LocalDate from, LocalDate to) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Beijing.ZONE);
        LocalDate last = to == null ? today : to;
        return new Span(partner, from == null ? last.withDayOfMonth(1) : from, last);
    }

    private List<ReceiptDesk.Line> lines(Span span, String after, int most, HttpServletRequest request) {
        if (span.partner().isEmpty()) {
            return List.of();
        }
        Set<String> sealed = search.hidden(Actor.of(request).role());
        return receipts.sent(span.partner(), span.begins(), span.ends(), after, most).stream()
                .map(line -> line.hiding(sealed))
                .toList();
    }

    private List<String> cells(ReceiptDesk.Line line) {
        ReceiptDesk.Sent sent = line.sent();
        ReceiptDesk.Signed signed = line.signed();
        return List.of(
                sent.dispatch(),
                sent.key(),
                sent.sentence(),
                sent.name(),
                times.full(sent.sentAt()),
                sent.digest(),
                signed.receiptNo(),
                signed.verdict(),
                signed.receiptDigest(),
                times.full(signed.receivedAt()),
                times.full(signed.readAt()));
    }
}
