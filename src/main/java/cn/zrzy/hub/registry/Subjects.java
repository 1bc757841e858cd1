package cn.zrzy.hub.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** 检查对象名录库. */
public interface Subjects {

    /**
     * What may be drawn on that day, by code, each code once. Close the stream; inside a transaction it reads in portions.
     *
     * @param targets {@code KIND} or {@code KIND/tag}, from {@code catalog.InspectionItem.targets}
     * @param region 6 digits; 411000 or empty means the whole city
     */
    Stream<Subject> eligible(Collection<String> targets, String region, LocalDate date);

    /** Live but not to be drawn, by reason (pool completeness: the excluded and why). */
    Map<String, Long> excluded(Collection<String> targets, String region, LocalDate date);

    /** The live subject of that code; a unit with several kinds is given by its first. */
    Optional<Subject> find(String code);

    /** The state at that instant, by code, so that a draw of years ago can be run again. Close the stream. */
    Stream<Subject> asOf(Instant time);

    /** Every version of one code, oldest first. */
    List<Subject> history(String code);

    /** Every version of whatever that 统一社会信用代码 has ever held, and of itself, retired ones included, oldest first. */
    List<Subject> heldBy(String creditCode);

    Map<SubjectKind, Long> countByKind();

    /** Live subjects by 统一社会信用代码 or code in full, or by part of a name; empty words list all. */
    List<Subject> search(String words, SubjectKind kindOrNull, int offset, int limit);
}
