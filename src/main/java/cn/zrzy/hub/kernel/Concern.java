package cn.zrzy.hub.kernel;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Something that waits for a person (待处理事项), as its own room tells it; the duty desk only sorts. What it says is so at the
 * moment of asking.
 *
 * @param kind name of the kind, {@code strays}; its sentence is {@code concern.<kind>} of the message bundle
 * @param words what the sentence is filled with; masked
 * @param since moment it began; null when unknown
 * @param dueAt moment by which it must be done; null when no clock runs
 * @param href page where it is dealt with
 * @param canWait true when nothing is lost before 08:00
 */
public record Concern(
        String kind, List<Object> words, OffsetDateTime since, OffsetDateTime dueAt, String href, boolean canWait) {}
