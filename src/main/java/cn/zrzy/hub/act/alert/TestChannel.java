package cn.zrzy.hub.act.alert;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.alert.Alerts;
import cn.zrzy.hub.alert.Channels;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.util.List;
import org.springframework.stereotype.Component;

/** 测试渠道: one message by one channel within seconds; the channel's line on the page says whether it was taken. */
@Component
class TestChannel implements Act {

    private final Channels channels;
    private final Alerts alerts;

    TestChannel(Channels channels, Alerts alerts) {
        this.channels = channels;
        this.alerts = alerts;
    }

    @Override
    public String name() {
        return "test-channel";
    }

    @Override
    public Target target() {
        return Target.CHANNEL;
    }

    @Override
    public Preview preview(String channel) {
        Channels.State state = channels.all().stream()
                .filter(one -> one.name().equals(channel))
                .findFirst()
                .orElseThrow(() -> new Rejected("E-CHANNEL-UNKNOWN", "没有名为 " + channel + " 的告警渠道", Place.field("of")));
        return Preview.of(channel, state.failing() ? "不通：" + state.error() : "正常", List.of(channel));
    }

    @Override
    public void press(String channel, Press press) {
        alerts.test(channel);
    }
}
