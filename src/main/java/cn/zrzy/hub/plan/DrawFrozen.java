package cn.zrzy.hub.plan;

import cn.zrzy.hub.kernel.Fact;

/** 名单冻结. */
public record DrawFrozen(String drawNo, String schemeNo, String planNo) implements Fact {

    @Override
    public String event() {
        return "plan.draw-frozen";
    }

    @Override
    public String key() {
        return drawNo;
    }

    @Override
    public String orderKey() {
        return planNo;
    }

    @Override
    public String sentence() {
        return "抽取 " + drawNo + " 名单冻结";
    }
}
