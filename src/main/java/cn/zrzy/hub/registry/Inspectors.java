package cn.zrzy.hub.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 执法检查人员名录库. */
public interface Inspectors {

    /**
     * Who may be drawn on that day, by staff number: on post, enforcement post, card valid and the holder's alone, and as the
     * draw demands.
     */
    List<Inspector> certified(LocalDate date);

    /** Every live inspector with the reason why he cannot be drawn on that day, or with none, by staff number. */
    List<Fitness.Verdict> judged(LocalDate date);

    Optional<Inspector> find(String staffNo);

    /** The state at that instant, by staff number. */
    List<Inspector> asOf(Instant time);

    /** Live inspectors by part of name, unit, staff or card number; empty words list all. */
    List<Inspector> search(String words, int offset, int limit);

    long count();
}
