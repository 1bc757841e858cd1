package cn.zrzy.hub.plan;

import cn.zrzy.hub.draw.AuditedDraw;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.PlatformAudit;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks every night at all that the platform drew this year (平台抽取统计审计), voided draws included. */
@Service("platformAuditor")
@Transactional
class PlatformAuditor {

    private final DrawLedger ledger;
    private final PlatformAudits audits;
    private final DrawSettings settings;
    private final Clock clock;

    PlatformAuditor(DrawLedger ledger, PlatformAudits audits, DrawSettings settings, Clock clock) {
        this.ledger = ledger;
        this.audits = audits;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param businessDate yyyyMMdd; its year is looked at */
    Outcome audit(String businessDate) {
        int year =
                LocalDate.parse(businessDate, DateTimeFormatter.BASIC_ISO_DATE).getYear();
        List<AuditedDraw> draws = draws(year);
        if (draws.isEmpty()) {
            return Outcome.done(year + "年没有省平台抽取的结果");
        }
        PlatformAudit.Report report = PlatformAudit.of(year, settings.auditAlpha(), draws);
        audits.keep(report, BeijingTime.now(clock));
        String drawn = "省平台" + year + "年抽取" + draws.size() + "次，";
        return Outcome.done(
                report.signals().isEmpty()
                        ? drawn + "未见值得一看之处"
                        : drawn + "值得一看（不是证据）："
                                + report.signals().stream()
                                        .map(PlatformAudit.Answer::sentence)
                                        .collect(Collectors.joining("；")));
    }

    /** @throws Rejected E-DRAW-AUDIT-UNKNOWN when nothing was looked at in that year */
    @Transactional(readOnly = true)
    Map<String, Object> show(String year) {
        PlatformAudits.Kept kept = (year.matches("[0-9]{4}")
                        ? audits.find(Integer.parseInt(year))
                        : Optional.<PlatformAudits.Kept>empty())
                .orElseThrow(() -> new Rejected("E-DRAW-AUDIT-UNKNOWN", year + "年没有省平台抽取的统计审计", Place.field("year")));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("year", kept.report().year());
        shown.put("madeAt", kept.madeAt());
        shown.put("draws", kept.report().draws());
        shown.put("alpha", kept.report().alpha());
        shown.put("meaning", "值得一看，不是证据");
        shown.put(
                "signals",
                kept.report().signals().stream().map(PlatformAuditor::line).toList());
        shown.put(
                "standing",
                kept.report().standing().stream().map(PlatformAuditor::line).toList());
        return shown;
    }

    private List<AuditedDraw> draws(int year) {
        return Stream.concat(ledger.draws(year - 1).stream(), ledger.draws(year).stream())
                .filter(draw -> draw.mode().equals("P") && draw.drawnAt() != null)
                .filter(draw -> draw.drawnAt().getYear() == year)
                .map(draw -> AuditedDraw.of(
                        ledger.frozen(draw.drawNo()),
                        ledger.outcome(draw.drawNo()).orElseThrow(),
                        draw.drawnAt().toLocalDate()))
                .toList();
    }

    private static Map<String, Object> line(PlatformAudit.Answer answer) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("question", answer.question().name());
        line.put("title", answer.question().title());
        line.put("about", answer.about());
        line.put("day", answer.day());
        line.put("seen", answer.seen());
        line.put("expected", answer.expected());
        line.put("p", answer.p());
        line.put("limit", answer.limit());
        line.put("sentence", answer.sentence());
        return line;
    }
}
