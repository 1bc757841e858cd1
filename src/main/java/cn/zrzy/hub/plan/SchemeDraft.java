package cn.zrzy.hub.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the office submits as a scheme (方案草案).
 *
 * @param itemSeqs lines of the approved plan
 * @param draw how the draw is held; null for an announced draw held here
 */
public record SchemeDraft(
        String planNo,
        String name,
        @Nullable List<Integer> itemSeqs,
        LocalDate drawOn,
        LocalDate windowFrom,
        LocalDate windowTo,
        @Nullable String method,
        @Nullable Integer teamSize,
        @Nullable DrawTerms draw) {}
