package cn.zrzy.hub.site;

import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.kernel.Rejected;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** 抽取目录: draws by year, the newest first. */
@Component
class DrawList {

    /** @param state as in {@link DrawView#state} */
    record Line(DrawLedger.Entry entry, String title, String state) {}

    private final DrawLedger ledger;
    private final Dossiers dossiers;
    private final DrawViews views;

    DrawList(DrawLedger ledger, Dossiers dossiers, DrawViews views) {
        this.ledger = ledger;
        this.dossiers = dossiers;
        this.views = views;
    }

    List<Integer> years() {
        return ledger.years();
    }

    List<Line> of(int year) {
        return lines(ledger.draws(year));
    }

    List<Line> latest(int count) {
        return ledger.years().stream()
                .limit(1)
                .flatMap(year -> of(year).stream())
                .limit(count)
                .toList();
    }

    private List<Line> lines(List<DrawLedger.Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(DrawLedger.Entry::drawNo).reversed())
                .map(entry -> new Line(entry, views.title(entry.scheme()), state(entry)))
                .toList();
    }

    /** Only a frozen draw's own deadline tells whether it waits for its public event. */
    private String state(DrawLedger.Entry entry) {
        if (!entry.state().equals("FROZEN")) {
            return entry.state();
        }
        try {
            return dossiers.find(entry.drawNo()).map(views::state).orElse("FROZEN");
        } catch (Rejected distrusted) {
            return "FROZEN"; // its own page says so; the list of the others stays open
        }
    }
}
