package cn.zrzy.hub.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * What the office submits as a scheme (方案草案).
 *
 * @param itemSeqs lines of the approved plan
 * @param draw how the draw is held; null for an announced draw held here
 */
public record SchemeDraft(
        String planNo,
        String name,
        List<Integer> itemSeqs,
        LocalDate drawOn,
        LocalDate windowFrom,
        LocalDate windowTo,
        String method,
        Integer teamSize,
        DrawTerms draw) {}
