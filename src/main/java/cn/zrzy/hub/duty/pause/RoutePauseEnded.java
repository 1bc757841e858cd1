package cn.zrzy.hub.duty.pause;

import cn.zrzy.hub.kernel.Fact;

/** 暂停到时: a job or route goes on by itself. */
public record RoutePauseEnded(String route, String pausedBy) implements Fact {

    @Override
    public String sentence() {
        return "到自动恢复时间，" + route + " 恢复（" + pausedBy + " 所设的暂停）";
    }

    @Override
    public String event() {
        return "duty.pause-ended";
    }

    @Override
    public String key() {
        return route;
    }

    @Override
    public String orderKey() {
        return route;
    }
}
