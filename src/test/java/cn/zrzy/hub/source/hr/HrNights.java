package cn.zrzy.hub.source.hr;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.Inspectors;
import cn.zrzy.hub.source.CaseHub;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;

/** HR's nights, one file each, on a hub of their own; after each test the counts of every run must agree. */
abstract class HrNights {

    static final Charset GB = Charset.forName("GB18030");

    final CaseHub hub = new CaseHub();

    @AfterEach
    void conservationHolds() {
        assertThat(hub.conservationFaults()).as("I1 守恒").isZero();
        hub.close();
    }

    final Inspectors inspectors() {
        return hub.bean(Inspectors.class);
    }

    static String text(String file) {
        return new String(CaseHub.read(file), GB);
    }

    static int indexOf(byte[] file, String ascii) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(ascii);
    }

    static byte[] without(byte[] file, String staffNo) {
        String bytes = new String(file, StandardCharsets.ISO_8859_1);
        return bytes.replaceAll("(?m)^" + staffNo + ".*\r?\n", "").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @param file under {@code cases}, with its marker beside it */
    final Outcome night(Shift shift, String date, String file) {
        String ok = new String(CaseHub.read(file + ".ok"), StandardCharsets.UTF_8);
        return night(shift, date, CaseHub.read(file), ok);
    }

    final Outcome night(Shift shift, String date, byte[] file, int rows) {
        return night(shift, date, file, "rows=" + rows + "\nsm3=" + Digest.sm3(file) + "\n");
    }

    private Outcome night(Shift shift, String date, byte[] file, String ok) {
        InspectorTranslator translator = hub.bean(InspectorTranslator.class);
        translator.open(shift, date);
        translator.stage(shift, date, ok, hub.keep(shift, "hr/inspectors", file));
        return hub.finish(shift);
    }
}
