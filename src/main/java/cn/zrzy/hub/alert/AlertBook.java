package cn.zrzy.hub.alert;

import cn.zrzy.hub.kernel.Cause;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One look at the desk (一轮告警): what is new is raised, what is gone ends, what is to be told becomes letters; all or nothing. */
@Component
class AlertBook {

    private final AlertRows rows;
    private final AlertTerms terms;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AlertBook(AlertRows rows, AlertTerms terms, Clock clock, TransactionTemplate transaction) {
        this.rows = rows;
        this.terms = terms;
        this.clock = clock;
        this.transaction = transaction;
    }

    void round(List<Cause> standing) {
        transaction.executeWithoutResult(status -> {
            if (rows.takeRound()) {
                compare(standing);
                rows.end(terms.calmAfter()).forEach(rows::sayMended);
                speak();
            }
        });
    }

    private void compare(List<Cause> standing) {
        Map<String, Alert> open = byCause(rows.open());
        Map<String, Cause> causes = new LinkedHashMap<>();
        standing.forEach(cause -> causes.merge(cause.key(), cause, AlertBook::graver));
        causes.forEach((key, cause) -> {
            Alert alert = open.get(key);
            if (alert == null) {
                rows.raise(cause);
            } else if (moved(alert, cause)) {
                rows.renew(alert.no(), cause, terms.calmAfter());
            }
        });
        open.values().stream()
                .filter(alert -> alert.goneAt() == null && !causes.containsKey(alert.cause()))
                .forEach(alert -> rows.gone(alert.no()));
    }

    private void speak() {
        Set<String> overdue = new HashSet<>(rows.endMutes());
        Set<String> said = rows.said();
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (Alert alert : rows.open()) {
            for (Letter.What what : Due.of(alert, overdue.contains(alert.cause()), now, terms.claimWithin())) {
                boolean told = what != Letter.What.STILL && said.contains(alert.no() + " " + what);
                if (!told && !terms.route(what.route()).isEmpty()) {
                    rows.say(alert.no(), what, what.route());
                }
            }
        }
    }

    /** Of two rows with one key the one that cannot wait speaks. */
    private static Cause graver(Cause a, Cause b) {
        return a.canWait() && !b.canWait() ? b : a;
    }

    private static boolean moved(Alert alert, Cause cause) {
        return alert.goneAt() != null
                || alert.urgent() == cause.canWait()
                || !alert.sentence().equals(cause.sentence())
                || !alert.href().equals(cause.href());
    }

    private static Map<String, Alert> byCause(List<Alert> alerts) {
        return alerts.stream().collect(Collectors.toMap(Alert::cause, Function.identity()));
    }
}
