package cn.zrzy.hub.ceremony.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.DrawTerms;
import cn.zrzy.hub.plan.PlanItem;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.registry.Inspectors;
import cn.zrzy.hub.registry.Recusals;
import cn.zrzy.hub.registry.Subject;
import cn.zrzy.hub.registry.SubjectKind;
import cn.zrzy.hub.registry.Subjects;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Who is in the pool: each once a year for each item, and whoever is left out stays in sight with his reason. */
class PoolBuilderTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void whatWasDrawnThisYearIsNotDrawnAgainUnlessTheItemIsRepeated() {
        List<PoolSubject> pool = pool("NRP-10", drawn("A", "NRP-01"), drawn("B", "NRP-01;NRP-10"));
        assertThat(pool).extracting(PoolSubject::id).containsExactly("A", "B", "C");
        assertThat(pool.get(0).itemCodes()).containsExactly("NRP-10");
        assertThat(pool.get(1).itemCodes()).as("mines come round every quarter").containsExactly("NRP-10");
        assertThat(pool.get(2).itemCodes()).containsExactly("NRP-01", "NRP-10");
        assertThat(pool).allMatch(subject -> subject.exclusionCode().isEmpty());
        assertThat(pool).extracting(PoolSubject::checksThisYear).containsExactly(1, 1, 0);
    }

    @Test
    void whoHasNothingLeftIsExcludedByName() {
        List<PoolSubject> pool = pool("", drawn("B", "NRP-01;NRP-10"));
        assertThat(pool.get(1).exclusionCode()).isEqualTo("DONE");
        assertThat(pool.get(1).itemCodes()).containsExactly("NRP-01", "NRP-10");
    }

    @Test
    void whoNeverStoodInTheListHasNoName() {
        PoolBuilder builder = new PoolBuilder(
                mock(Subjects.class),
                mock(Inspectors.class),
                mock(Recusals.class),
                mock(DrawResults.class),
                mock(DrawSettings.class),
                Clock.systemUTC());
        assertThatThrownBy(() -> builder.name("A", Instant.EPOCH))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("E-DRAW-NAME"));
    }

    private static List<PoolSubject> pool(String repeated, DrawnResult... year) {
        Subjects subjects = mock(Subjects.class);
        when(subjects.eligible(any(), any(), any()))
                .thenAnswer(call -> Stream.of("A", "B", "C")
                        .map(code -> new Subject(
                                code,
                                SubjectKind.SURVEY_UNIT,
                                code,
                                code,
                                code,
                                "411002",
                                List.of(),
                                "B",
                                "有效",
                                "",
                                null,
                                Map.of(),
                                "units",
                                1,
                                Instant.EPOCH)));
        DrawResults results = mock(DrawResults.class);
        when(results.ofYear(anyInt())).thenReturn(List.of(year));
        DrawSettings settings = new Binder(new MapConfigurationPropertySource(Map.of("draw.repeat-items", repeated)))
                .bindOrCreate("draw", DrawSettings.class);
        return new PoolBuilder(
                        subjects, mock(Inspectors.class), mock(Recusals.class), results, settings, Clock.systemUTC())
                .subjects(scheme());
    }

    private static Scheme scheme() {
        List<PlanItem> items = Stream.of("NRP-01", "NRP-10")
                .map(code ->
                        new PlanItem(1, code, code, "", List.of("SURVEY_UNIT"), "重点", 500, "", "", "", List.of(), ""))
                .toList();
        return new Scheme(
                "S",
                1,
                "P",
                "方案",
                items,
                DAY,
                DAY,
                DAY,
                "实地",
                2,
                DrawTerms.ordinary(),
                Scheme.State.APPROVED,
                "甲",
                "乙",
                null,
                null);
    }

    private static DrawnResult drawn(String subject, String items) {
        OffsetDateTime then = OffsetDateTime.parse("2026-03-01T09:00:00+08:00");
        return new DrawnResult(
                "D",
                "S0",
                "P",
                3,
                1,
                "",
                "",
                then,
                then,
                null,
                null,
                List.of(new DrawnResult.Pick(1, subject, subject, items, List.of())));
    }
}
