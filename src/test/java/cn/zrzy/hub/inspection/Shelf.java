package cn.zrzy.hub.inspection;

import cn.zrzy.hub.registry.RegisteredParties;
import cn.zrzy.hub.registry.Subject;
import cn.zrzy.hub.registry.SubjectKind;
import cn.zrzy.hub.registry.Subjects;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mockito.Mockito;

/** Findings in memory, and a registry with two firms: whatever the room needs to be tested in milliseconds. */
final class Shelf implements Findings {

    static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    static final OffsetDateTime THEN = OffsetDateTime.parse("2026-06-10T10:00:00+08:00");
    static final String MINE = "KQ:C4110812020077130151234";
    static final String OURS = "91411081MA9KRX818F";
    static final String THEIRS = "91411002MA9KRX025C";
    static final List<Task.Checker> CHECKERS =
            List.of(new Task.Checker("张伟", "16110020001", true), new Task.Checker("李娜", "16110020002", false));

    private final List<Finding> all = new ArrayList<>();

    static Subject subject(String code, String holder, String holderCode, int version, String since) {
        return new Subject(
                code,
                SubjectKind.values()[0],
                "神垕陶瓷土矿",
                holder,
                holderCode,
                "411081",
                List.of(),
                "",
                "有效",
                "",
                null,
                Map.of("坐落", "禹州市神垕镇"),
                "mining-rights",
                version,
                Instant.parse(since));
    }

    /** A mine of 甲矿业, and 乙测绘, which has nothing to do with it. */
    static RegisteredParties registry(Subject... more) {
        List<Subject> rows = new ArrayList<>(List.of(
                subject(MINE, "甲矿业有限公司", OURS, 1, "2026-01-01T00:00:00Z"),
                subject(THEIRS, "乙测绘有限公司", THEIRS, 1, "2026-01-01T00:00:00Z")));
        rows.addAll(Arrays.asList(more));
        Subjects subjects = Mockito.mock(Subjects.class);
        Mockito.when(subjects.history(Mockito.anyString()))
                .thenAnswer(call -> rows.stream()
                        .filter(row -> row.code().equals(call.getArgument(0)))
                        .toList());
        Mockito.when(subjects.heldBy(Mockito.anyString()))
                .thenAnswer(call -> rows.stream()
                        .filter(row -> rows.stream()
                                .anyMatch(held -> held.code().equals(row.code())
                                        && held.holderCode().equals(call.getArgument(0))))
                        .sorted(Comparator.comparing(Subject::code).thenComparing(Subject::since))
                        .toList());
        return new RegisteredParties(subjects);
    }

    static PenaltyDraft penalty(String documentNo, String creditCode, String reason) {
        return new PenaltyDraft(
                documentNo,
                "法人及非法人组织",
                creditCode,
                reason,
                "越界开采",
                "矿产资源法第四十条",
                "罚款",
                "罚款一万元",
                BigDecimal.ONE,
                null,
                DAY.plusDays(20),
                DAY.plusYears(1),
                DAY.plusYears(1));
    }

    static Finding finding(String no, int version, List<String> codes, String facts, String withheld) {
        return finding(no, version, codes, facts, withheld, null, null);
    }

    static Finding finding(
            String no,
            int version,
            List<String> codes,
            String facts,
            String withheld,
            Finding.Crime crime,
            Finding.Penalty penalty) {
        return new Finding(
                no,
                version,
                "T001",
                "D1",
                "P1",
                "P1-S01",
                MINE,
                "神垕陶瓷土矿",
                registry().ofSubject(MINE, DAY).orElseThrow(),
                "NRP-10",
                codes,
                facts,
                "",
                "",
                DAY,
                CHECKERS,
                "实地检查",
                List.of(),
                "周敏",
                "何建国",
                THEN.plusDays(30),
                withheld,
                crime,
                penalty);
    }

    static Finding.Crime crime(String report) {
        return new Finding.Crime("非法采矿罪", report, null, "局长", THEN);
    }

    static Finding.Penalty penaltyOf(String documentNo) {
        return penalty(documentNo, null, null)
                .on(registry().ofSubject(MINE, DAY).orElseThrow());
    }

    @Override
    public Optional<Finding> find(String findingNo, int version) {
        return all.stream()
                .filter(one -> one.findingNo().equals(findingNo) && one.version() == version)
                .findFirst();
    }

    @Override
    public Optional<Finding> newest(String findingNo) {
        return all.stream()
                .filter(one -> one.findingNo().equals(findingNo))
                .max(Comparator.comparing(Finding::version));
    }

    private Optional<Finding> newestWith(java.util.function.Predicate<Finding> which) {
        return all.stream()
                .filter(one -> newest(one.findingNo()).orElseThrow() == one)
                .filter(which)
                .findFirst();
    }

    @Override
    public List<Finding> ofScheme(String schemeNo) {
        return List.copyOf(all);
    }

    @Override
    public int count(String taskNo) {
        return (int) all.stream().map(Finding::findingNo).distinct().count();
    }

    @Override
    public Optional<Finding> ofItem(String taskNo, String itemCode) {
        return newestWith(one -> one.taskNo().equals(taskNo) && one.itemCode().equals(itemCode));
    }

    @Override
    public Optional<Finding> ofDecision(String identity) {
        return newestWith(one ->
                one.penalty() != null && one.penalty().identity(one.party()).equals(identity));
    }

    @Override
    public void add(Finding finding, String requestNo) {
        all.add(finding);
    }

    @Override
    public Optional<Finding> ofRequest(String requestNo) {
        return Optional.empty();
    }
}
