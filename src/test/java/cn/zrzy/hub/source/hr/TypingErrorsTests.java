package cn.zrzy.hub.source.hr;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.draw.model.InspectorDemands;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.Fitness;
import cn.zrzy.hub.registry.Inspector;
import cn.zrzy.hub.source.CaseHub;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One typing error at HR, in whichever column, costs one row and never the draw: whom the registry gives to a pool the draw
 * can bear, and whoever is not given has a reason with a name.
 */
class TypingErrorsTests extends HrNights {

    private static final LocalDate BASE_NIGHT = LocalDate.of(2026, 11, 23);
    private static final int PEOPLE = 40;

    private static final List<String> SLIPS = List.of(
            "",
            " ",
            "\u200b",
            "-",
            "#N/A",
            "无",
            "试\u200b零",
            "地籍:调查",
            "执法|科",
            "a\u0007b",
            "411099",
            "16119900011",
            "411000198008101062",
            "XC900011",
            "长".repeat(70),
            "2020-01-01",
            "\"");

    @Test
    void oneTypingErrorNeverStopsTheDrawAndRetiresNobody() {
        night(new Shift("n0", 1), day(0), "base/inspectors.csv");
        int night = 0;
        for (int column = 0; column < 16; column++) {
            for (String slip : SLIPS) {
                night++;
                String what = "column " + (column + 1) + " = “" + slip + "”";
                night(new Shift("n" + night, 1), day(night), typed(column, slip), PEOPLE);
                assertThat(inspectors().count()).as(what).isEqualTo(PEOPLE);
                assertBearable(what, BASE_NIGHT);
            }
        }
    }

    private void assertBearable(String what, LocalDate date) {
        List<Inspector> pool = inspectors().certified(date);
        assertThat(pool).as(what).hasSizeGreaterThanOrEqualTo(PEOPLE - 1);
        assertThat(pool).as(what).extracting(Inspector::cardNo).doesNotHaveDuplicates();
        for (Inspector person : pool) {
            List<String> tags = Stream.concat(person.fields().stream(), person.specialties().stream())
                    .distinct()
                    .toList();
            assertThat(InspectorDemands.first(
                            person.cardNo(),
                            InspectorDemands.department(person.department(), person.unit()),
                            person.regions(),
                            tags))
                    .as(what)
                    .isEmpty();
        }
        assertThat(inspectors().judged(date))
                .as(what)
                .hasSize(PEOPLE)
                .filteredOn(verdict -> !pool.contains(verdict.person()))
                .extracting(Fitness.Verdict::obstacle)
                .allSatisfy(obstacle -> assertThat(obstacle).isNotBlank());
    }

    /** The base file with one cell of its tenth person changed. */
    private static byte[] typed(int column, String slip) {
        List<String> lines =
                new ArrayList<>(List.of(new String(CaseHub.read("base/inspectors.csv"), GB).split("\r\n")));
        String[] cells = lines.get(10).split(",", -1);
        cells[column] = slip;
        lines.set(10, String.join(",", cells));
        return (String.join("\r\n", lines) + "\r\n").getBytes(GB);
    }

    private static String day(int night) {
        return BASE_NIGHT.plusDays(night).format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
