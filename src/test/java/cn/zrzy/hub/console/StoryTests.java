package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.DispatchFile;
import cn.zrzy.hub.delivery.Receipt;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people did stands where it happened, between what the machine did. */
class StoryTests {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-23T22:57:22.000+08:00");

    @Test
    void actsStandWhereTheyHappened() {
        DispatchFile file = new DispatchFile(
                null,
                List.of(attempt(1, AT), attempt(2, AT.plusNanos(600_000_000))),
                List.of(new DispatchFile.StoredReceipt(
                        new Receipt("k", "HN-1", "", AT, "受理", "", ""), AT.plusNanos(783_000_000))),
                List.of(new DispatchFile.Act("立即报送", "limin", "证书已更换", AT.plusNanos(413_000_000))),
                "",
                0,
                "",
                "");
        assertThat(Story.of(file).steps())
                .extracting(step -> step.attempt() != null
                        ? "attempt " + step.attempt().no()
                        : step.act() != null
                                ? step.act().act()
                                : step.receipt().receipt().receiptNo())
                .containsExactly("attempt 1", "立即报送", "attempt 2", "HN-1");
    }

    private static DispatchFile.Attempt attempt(int no, OffsetDateTime at) {
        return new DispatchFile.Attempt(no, "SEND", at, at, "LATER", 503, "", "", "", "");
    }
}
