package cn.zrzy.hub.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever is on the live list is either in the draw or has his reason and its moment. */
class FitnessTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant CAME = Instant.parse("2026-11-01T14:00:00Z");

    @Test
    void lawAndDutyComeFirst() {
        assertThat(judge(
                        person("XC1", "1611001", "工勤", "在岗", DAY, "4110"),
                        person("XC2", "1611002", "执法岗", "退休", DAY, "4110"),
                        person("XC3", "", "执法岗", "在岗", DAY, "4110"),
                        person("XC4", "1611004", "执法岗", "在岗", null, "4110"),
                        person("XC5", "1611005", "执法岗", "在岗", DAY.minusDays(1), "4110"),
                        person("XC6", "1611006", "执法岗", "在岗", DAY, "4110")))
                .extracting(Fitness.Verdict::obstacle)
                .containsExactly("非执法岗（工勤）", "不在岗（退休）", "无执法证", "执法证没有写有效期", "执法证已过期", "");
    }

    @Test
    void aCardRanOutOnItsDayAndEveryOtherReasonCameWithTheRow() {
        assertThat(judge(
                        person("XC1", "1611001", "执法岗", "在岗", LocalDate.of(2026, 11, 9), "4110"),
                        person("XC2", "1611002", "工勤", "在岗", LocalDate.of(2026, 11, 9), "4110")))
                .extracting(Fitness.Verdict::since)
                .containsExactly(
                        OffsetDateTime.parse("2026-11-10T00:00:00+08:00"),
                        OffsetDateTime.parse("2026-11-01T22:00:00+08:00"));
    }

    @Test
    void twoWithOneCardAreBothLeftOutAndEachNamesTheOther() {
        assertThat(judge(
                        person("XC1", "1611001", "执法岗", "在岗", DAY, "4110"),
                        person("XC2", "1611001", "执法岗", "在岗", DAY, "4110"),
                        person("XC3", "1611001", "工勤", "在岗", DAY, "4110"),
                        person("XC4", "1611004", "执法岗", "在岗", DAY, "4110")))
                .extracting(verdict -> verdict.person().staffNo(), Fitness.Verdict::obstacle)
                .containsExactly(
                        tuple("XC1", "执法证号与张*（XC2）的相同，分不清是谁的"),
                        tuple("XC2", "执法证号与张*（XC1）的相同，分不清是谁的"),
                        tuple("XC3", "非执法岗（工勤）"),
                        tuple("XC4", ""));
    }

    @Test
    void aRegionWithoutASubjectIsAReason() {
        assertThat(judge(
                        person("XC1", "1611001", "执法岗", "在岗", DAY, "411000"),
                        person("XC2", "1611002", "执法岗", "在岗", DAY, "411081"),
                        person("XC3", "1611003", "执法岗", "在岗", DAY, "411081", "411002"),
                        person("XC4", "1611004", "执法岗", "在岗", DAY, "4110")))
                .extracting(Fitness.Verdict::obstacle)
                .containsExactly("执法区域（411000）内没有一户检查对象", "执法区域（411081）内没有一户检查对象", "", "");
    }

    @Test
    void whileThereIsNoSubjectAtAllNobodyIsBlamed() {
        assertThat(new Fitness(person -> "", List.of())
                        .judge(List.of(person("XC1", "1611001", "执法岗", "在岗", DAY, "411081")), DAY))
                .allMatch(Fitness.Verdict::fit);
    }

    @Test
    void whatTheDrawDemandsIsAskedOfWhoIsLeft() {
        assertThat(new Fitness(person -> person.regions().isEmpty() ? "执法区域：执法区域为空" : "", List.of("411002"))
                        .judge(
                                List.of(
                                        person("XC1", "1611001", "执法岗", "在岗", DAY),
                                        person("XC2", "1611002", "工勤", "在岗", DAY)),
                                DAY))
                .extracting(Fitness.Verdict::obstacle)
                .containsExactly("执法区域：执法区域为空", "非执法岗（工勤）");
    }

    private static List<Fitness.Verdict> judge(Inspector... people) {
        return new Fitness(person -> "", List.of("411002", "411003")).judge(List.of(people), DAY);
    }

    private static Inspector person(
            String staffNo, String card, String post, String duty, LocalDate validTo, String... regions) {
        return new Inspector(
                staffNo,
                "张三",
                "许昌市自然资源和规划局",
                "411000",
                "执法科",
                post,
                card,
                validTo,
                List.of("土地管理"),
                List.of("地籍调查"),
                List.of(regions),
                false,
                duty,
                "411002**********66",
                1,
                CAME);
    }
}
