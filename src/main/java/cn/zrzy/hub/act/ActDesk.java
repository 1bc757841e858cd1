package cn.zrzy.hub.act;

import cn.zrzy.hub.audit.AuditEvent;
import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 处置台: the one way to act. Page, REST operation and command line come through here, so the same act has the same rights,
 * the same preview, the same refusals and the same row in the trail whichever door it came by.
 */
@Service
public class ActDesk {

    private final Map<String, Act> acts;
    private final ActForm form;
    private final ActWords words;
    private final Turns turns;
    private final LastActs last;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    ActDesk(
            List<Act> acts,
            ActForm form,
            ActWords words,
            Turns turns,
            LastActs last,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.acts = acts.stream().collect(Collectors.toMap(Act::name, Function.identity()));
        this.form = form;
        this.words = words;
        this.turns = turns;
        this.last = last;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** @param name of an act that may be done to the thing just now; {@code title} is its button */
    public record Offer(String name, String title, String wants) {}

    /** Buttons for one thing: those that this person may press and that would do no harm; the others are absent. */
    public List<Offer> offered(String target, String of, Locale locale) {
        String role = Acting.now().map(Acting::role).orElse("");
        return acts.values().stream()
                .filter(act -> act.target().name().equals(target) && act.roles().contains(role))
                .filter(act -> act.preview(of).bar() == null)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .map(act -> new Offer(
                        act.name(), words.title(act, locale), act.wants().name()))
                .toList();
    }

    /** One button where a list shows many things and knows how each stands; empty when it is not this person's to press. */
    public List<Offer> button(String name, Locale locale) {
        String role = Acting.now().map(Acting::role).orElse("");
        return acts.values().stream()
                .filter(act -> act.name().equals(name) && act.roles().contains(role))
                .map(act ->
                        new Offer(name, words.title(act, locale), act.wants().name()))
                .toList();
    }

    public Sheet sheet(String name, String called, Locale locale) {
        Act act = mine(name);
        String of = act.named(called);
        Preview preview = act.preview(of);
        Rejected bar = preview.bar();
        return new Sheet(
                act.name(),
                act.target().name(),
                words.title(act, locale),
                of,
                words.said(preview.thing(), locale),
                act.wants().name(),
                words.follows(act, preview.words(), locale),
                preview.standing(),
                preview.count(),
                preview.lines().stream()
                        .map(line ->
                                new Sheet.Item(line.id(), Masking.text(line.what()), words.said(line.has(), locale)))
                        .toList(),
                preview.until(),
                bar == null ? new Sheet.Bar("", "") : new Sheet.Bar(bar.code(), bar.getMessage() + last.of(of)));
    }

    /** @throws Rejected with what another person did meanwhile, when that is why it cannot be done any more */
    public Done press(String name, String called, ActOrder order) {
        Act act = mine(name);
        String of = act.named(called);
        Acting who = Acting.now().orElseThrow();
        Press press = form.read(act, order, who);
        Consumer<Press> deed = act.ready(of);
        return transaction.execute(status -> {
            turns.take(act.target() + " " + of);
            Preview before = act.preview(of);
            requireAsSeen(order.seen(), before.standing(), of);
            if (before.bar() != null) {
                Rejected bar = before.bar();
                throw new Rejected(bar.code(), bar.getMessage() + last.of(of), bar.place());
            }
            deed.accept(press);
            String after = act.preview(of).standing();
            trail.record(new AuditEvent(
                    who.marked(),
                    who.role(),
                    who.address(),
                    "act." + act.name(),
                    of,
                    press.reason(),
                    before.standing(),
                    after,
                    "成功"));
            return new Done(act.name(), of, before.standing(), after);
        });
    }

    private void requireAsSeen(String seen, String now, String of) {
        if (!seen.isEmpty() && !seen.equals(now)) {
            throw new Rejected("E-ACT-MOVED", "您看到的是“" + seen + "”，现在是“" + now + "”，请看过再办。" + last.of(of));
        }
    }

    private Act mine(String name) {
        Act act = acts.get(name);
        if (act == null) {
            throw new Rejected("E-ACT-UNKNOWN", "没有名为 " + name + " 的处置", Place.field("act"));
        }
        String role = Acting.now().map(Acting::role).orElse("");
        Rejected.unless(act.roles().contains(role), "E-ACT-RIGHT", "您的角色不能办理这项处置，请值班长办理", "act");
        return act;
    }
}
