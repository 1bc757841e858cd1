package cn.zrzy.hub.source.landuse;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.intake.QuarantinedRow;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.Subject;
import cn.zrzy.hub.registry.Subjects;
import cn.zrzy.hub.source.CaseHub;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The land-use system's nights, page by page, on a hub of their own. */
abstract class LanduseNights {

    static final Shift FIRST = new Shift("n1", 1);
    static final Shift SECOND = new Shift("n2", 1);

    final CaseHub hub = new CaseHub();

    @AfterEach
    void conservationHolds() {
        assertThat(hub.conservationFaults()).as("I1 守恒").isZero();
        hub.close();
    }

    final Subject live(String code) {
        return hub.bean(Subjects.class).find(code).orElseThrow();
    }

    /** @param folder under {@code cases}; its pages are {@code <what>-p<n>.json} */
    static List<byte[]> pages(String folder, String what) {
        List<byte[]> pages = new ArrayList<>();
        for (int n = 1; Files.exists(CaseHub.CASES.resolve(folder + "/" + what + "-p" + n + ".json")); n++) {
            pages.add(CaseHub.read(folder + "/" + what + "-p" + n + ".json"));
        }
        return pages;
    }

    final Outcome parcels(Shift shift, List<byte[]> pages) {
        ParcelTranslator translator = hub.bean(ParcelTranslator.class);
        PageCursor cursor = translator.open(shift, date(shift));
        pages.forEach(page -> translator.stage(cursor, new ByteArrayInputStream(page)));
        return hub.finish(shift);
    }

    final Outcome projects(Shift shift, List<byte[]> pages) {
        ProjectTranslator translator = hub.bean(ProjectTranslator.class);
        PageCursor cursor = translator.open(shift, date(shift));
        pages.forEach(page -> translator.stage(cursor, new ByteArrayInputStream(page)));
        return hub.finish(shift);
    }

    final Outcome units(Shift shift, List<byte[]> pages) {
        UnitTranslator translator = hub.bean(UnitTranslator.class);
        PageCursor cursor = translator.open(shift, date(shift));
        pages.forEach(page -> translator.stage(cursor, new ByteArrayInputStream(page)));
        return hub.finish(shift);
    }

    private static String date(Shift shift) {
        return shift.equals(FIRST) ? "20261123" : "20261124";
    }

    final QuarantinedRow theOnlyOneQuarantined(Shift shift) {
        assertThat(hub.quarantined(shift)).hasSize(1);
        return hub.quarantined(shift).get(0);
    }
}
