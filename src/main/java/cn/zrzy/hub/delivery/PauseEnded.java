package cn.zrzy.hub.delivery;

import cn.zrzy.hub.kernel.Fact;

/** 暂停到时: sending to a partner has begun again by itself. */
public record PauseEnded(String partner, String pausedBy) implements Fact {

    @Override
    public String sentence() {
        return "到自动恢复时间，恢复向 " + partner + " 报送（" + pausedBy + " 所设的暂停）";
    }

    @Override
    public String event() {
        return "delivery.pause-ended";
    }

    @Override
    public String key() {
        return partner;
    }

    @Override
    public String orderKey() {
        return partner;
    }
}
