package cn.zrzy.hub.act.partner;

import cn.zrzy.hub.kernel.probe.Probe;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The newest test of each system (最近一次测试). */
public interface LastProbes {

    record LastProbe(OffsetDateTime at, boolean through, String sentence, long millis, String askedBy) {}

    Optional<LastProbe> of(String system);

    void keep(String system, Probe probe, String who);
}
