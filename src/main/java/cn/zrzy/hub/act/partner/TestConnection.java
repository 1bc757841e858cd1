package cn.zrzy.hub.act.partner;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.delivery.Pauses;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.probe.Probe;
import cn.zrzy.hub.kernel.probe.Probes;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** 测试连接: of a partner or a source; sends nothing that takes effect there. Its outcome is how the thing stands after it. */
@Component
class TestConnection implements Act {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");

    /** A partner that was added without a route of its own for this: its page is whole, but for the button. */
    private static final String NO_WAY = "还没有测试与这个单位的连接的路由，请联系开发人员";

    private final Probes probes;
    private final Pauses partners;
    private final LastProbes last;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    TestConnection(Probes probes, Pauses partners, LastProbes last) {
        this.probes = probes;
        this.partners = partners;
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
        known(system);
        return Preview.of(
                        ActWords.partner(system),
                        last.of(system).map(TestConnection::said).orElse("没有测试过"),
                        List.of())
                .unless(probes.systems().contains(system), "E-PROBE-NONE", NO_WAY);
    }

    private void known(String system) {
        if (!probes.systems().contains(system) && !partners.partners().contains(system)) {
            throw new Rejected("E-PARTNER-UNKNOWN", "没有代号为 " + system + " 的对接单位或来源系统", Place.field("of"));
        }
    }

    private static String said(LastProbes.LastProbe probe) {
        return (probe.through() ? "通，" : "不通，") + probe.sentence() + "，用时 " + probe.millis() + " 毫秒（"
                + probe.at().atZoneSameInstant(Beijing.ZONE).format(MOMENT) + "）";
    }

    @Override
    public Consumer<Press> ready(String system) {
        known(system);
        Rejected.unless(probes.systems().contains(system), "E-PROBE-NONE", NO_WAY, "of");
        Probe probe = alone(system);
        return press -> last.keep(system, probe, press.who());
    }

    /** Whoever comes while one is under way need not wait as well: its outcome is on the page in a moment. */
    private Probe alone(String system) {
        if (!underWay.add(system)) {
            throw new Rejected("E-PROBE-BUSY", "正在测试与它的连接，十秒之内有结果，请看页上的结果，不用再按", Place.field("of"));
        }
        try {
            return probes.ask(system);
        } finally {
            underWay.remove(system);
        }
    }

    @Override
    public void press(String system, Press press) {
        ready(system).accept(press);
    }
}
