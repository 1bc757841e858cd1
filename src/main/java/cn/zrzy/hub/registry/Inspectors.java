package cn.zrzy.hub.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 执法检查人员名录库. */
public interface Inspectors {

    /** Who may inspect on that day, by staff number: on post, enforcement post, card valid. */
    List<Inspector> certified(LocalDate date);

    /** How many of the live list may not inspect on that day, by reason. */
    Map<String, Long> excluded(LocalDate date);

    Optional<Inspector> find(String staffNo);

    /** The state at that instant, by staff number. */
    List<Inspector> asOf(Instant time);

    /** Live inspectors by part of name, unit, staff or card number; empty words list all. */
    List<Inspector> search(String words, int offset, int limit);

    long count();
}
