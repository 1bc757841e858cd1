package cn.zrzy.hub.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** 方案的抽取: what a scheme asks of the draw that is to come. The ceremony answers; the plan never looks at it. */
public interface SchemeDraw {

    /**
     * Whether the draw could be held at all, asked when the scheme is handed in and not first in the night of the freeze.
     *
     * @throws cn.zrzy.hub.kernel.Rejected E-SCHEME-SOURCES, E-SCHEME-ENTROPY saying what to add
     */
    void check(DrawTerms terms, LocalDate drawOn, LocalDate windowTo, OffsetDateTime now);

    /** The scheme was taken back (撤回): so is what was asked for its draw, and its number is free for the next scheme. */
    void cancel(String schemeNo);
}
