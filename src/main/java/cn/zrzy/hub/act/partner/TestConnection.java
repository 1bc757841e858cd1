package cn.zrzy.hub.act.partner;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.probe.Probes;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;

/** 测试连接: of a partner or a source; sends nothing that takes effect there. Its outcome is how the thing stands after it. */
@Component
class TestConnection implements Act {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");

    private final Probes probes;
    private final LastProbes last;

    TestConnection(Probes probes, LastProbes last) {
        this.probes = probes;
        this.last = last;
    }

    @Override
    public String name() {
        return "test-connection";
    }

    @Override
    public Target target() {
        return Target.SYSTEM;
    }

    @Override
    public Preview preview(String system) {
        if (!probes.systems().contains(system)) {
            throw new Rejected("E-PARTNER-UNKNOWN", "没有代号为 " + system + " 的对接单位或来源系统", Place.field("of"));
        }
        return Preview.of(
                ActWords.partner(system),
                last.of(system).map(TestConnection::said).orElse("没有测试过"),
                List.of());
    }

    private static String said(LastProbes.LastProbe probe) {
        return (probe.through() ? "通，" : "不通，") + probe.sentence() + "，用时 " + probe.millis() + " 毫秒（"
                + probe.at().atZoneSameInstant(Beijing.ZONE).format(MOMENT) + "）";
    }

    @Override
    public void press(String system, Press press) {
        last.keep(system, probes.ask(system), press.who());
    }
}
