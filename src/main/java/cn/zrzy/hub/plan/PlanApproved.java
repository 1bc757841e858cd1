package cn.zrzy.hub.plan;

import cn.zrzy.hub.kernel.Fact;

/** 年度抽查计划获批准. */
public record PlanApproved(String planNo, int version) implements Fact {

    @Override
    public String event() {
        return "plan.approved";
    }

    @Override
    public String key() {
        return planNo + "@" + version;
    }

    @Override
    public String orderKey() {
        return planNo;
    }

    @Override
    public String sentence() {
        return "年度计划 " + planNo + " 第" + version + "版获批准";
    }
}
