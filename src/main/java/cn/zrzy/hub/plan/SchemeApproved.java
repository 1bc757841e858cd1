package cn.zrzy.hub.plan;

import cn.zrzy.hub.kernel.Fact;

/** 工作方案获批准. */
public record SchemeApproved(String schemeNo, String planNo, int version) implements Fact {

    @Override
    public String event() {
        return "plan.scheme-approved";
    }

    @Override
    public String key() {
        return schemeNo + "@" + version;
    }

    @Override
    public String orderKey() {
        return planNo;
    }

    @Override
    public String sentence() {
        return "工作方案 " + schemeNo + " 获批准";
    }
}
