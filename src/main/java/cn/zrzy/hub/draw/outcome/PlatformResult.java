package cn.zrzy.hub.draw.outcome;

import java.time.OffsetDateTime;
import java.util.List;

/** 平台抽取结果 (mode P) as imported: it is checked against the frozen rules, it cannot be proved. */
public record PlatformResult(List<Choice> choices, List<Seat> seats, OffsetDateTime at) implements DrawInput {

    public PlatformResult {
        choices = List.copyOf(choices);
        seats = List.copyOf(seats);
    }

    /** A subject that the platform drew for an item, in the platform's order. */
    public record Choice(String itemCode, String subjectId) {}

    /** An inspector whom the platform sent to a subject. */
    public record Seat(String subjectId, String inspectorId) {}
}
