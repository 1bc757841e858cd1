package cn.zrzy.hub.console;

import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.PartnerLoad;
import cn.zrzy.hub.delivery.PartnerState;
import cn.zrzy.hub.delivery.Standstill;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 待处理 about addressees: who does not answer since when, and what else is not getting through; a row a cause. */
@Component
class PartnerProblems {

    /** Everything is tried again by itself; after this long somebody should ring them up. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final DispatchDesk dispatches;
    private final Words words;
    private final Clock clock;

    PartnerProblems(DispatchDesk dispatches, Words words, Clock clock) {
        this.dispatches = dispatches;
        this.words = words;
        this.clock = clock;
    }

    void addTo(List<Problem> all) {
        List<Standstill> standstills = dispatches.standstills();
        if (standstills.isEmpty()) {
            return;
        }
        Map<String, PartnerLoad> loads =
                dispatches.loads().stream().collect(Collectors.toMap(PartnerLoad::partner, Function.identity()));
        standstills.stream()
                .filter(standstill -> !resting(loads.get(standstill.partner())))
                .forEach(standstill -> all.add(row(standstill, loads.get(standstill.partner()))));
    }

    /** A person or its calendar said so; clocks that press have rows of their own, rest or no rest. */
    private static boolean resting(PartnerLoad load) {
        return load != null && load.resting();
    }

    private Problem row(Standstill what, PartnerLoad load) {
        boolean ours = Standstill.NOT_TAKEN.equals(what.causeCode());
        boolean silent = !ours && load != null && load.silentSince() != null;
        boolean canWait = !ours && what.since().plus(PATIENCE).isAfter(OffsetDateTime.now(clock));
        String href = "/messages?partner=" + Problem.encoded(what.partner())
                + (ours ? "&state=OWED" : "&cause=" + Problem.encoded(what.causeCode()));
        List<Object> args = List.of(
                words.partner(what.partner()),
                words.masked(what.cause()),
                what.count(),
                load == null ? what.count() : load.open());
        return Problem.of(
                silent ? PartnerState.SILENT : ours ? Urgency.NOW : PartnerState.DOUBTED,
                ours ? "problem.not-taken" : silent ? "problem.silent" : "problem.standstill",
                args,
                what.since(),
                null,
                "messages",
                href,
                canWait);
    }
}
