package cn.zrzy.hub.ceremony.record;

import cn.zrzy.hub.draw.outcome.Rehearsal;
import java.util.Optional;

/** Probability sheets (概率表), one a frozen draw, made before its seed is known. */
public interface ProbabilitySheets {

    Optional<Rehearsal> find(String drawNo);

    /** Keeps the sheet; the first one stands. */
    void add(String drawNo, Rehearsal sheet);
}
