package cn.zrzy.hub.registry;

import cn.zrzy.hub.kernel.Fact;

/** 名录已更新: a run's changes have become the live list. */
public record RegistryChanged(String feed, String runId) implements Fact {

    @Override
    public String event() {
        return "registry.changed";
    }

    @Override
    public String key() {
        return feed + "@" + runId;
    }

    @Override
    public String orderKey() {
        return feed;
    }

    @Override
    public String sentence() {
        return "名录 " + feed + " 已按运行 " + runId + " 更新";
    }
}
