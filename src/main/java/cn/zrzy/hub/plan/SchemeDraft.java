package cn.zrzy.hub.plan;

import java.time.LocalDate;
import java.util.List;

/** What the office submits as a scheme (方案草案). {@code itemSeqs} are lines of the approved plan. */
public record SchemeDraft(
        String planNo,
        String name,
        List<Integer> itemSeqs,
        LocalDate drawOn,
        LocalDate windowFrom,
        LocalDate windowTo,
        String method,
        Integer teamSize) {}
