package cn.zrzy.hub.plan;

import cn.zrzy.hub.kernel.Fact;
import java.util.List;

/** 工作方案在名单冻结前撤回. */
public record SchemeWithdrawn(String schemeNo, String planNo, String document) implements Fact {

    @Override
    public String event() {
        return "plan.scheme-withdrawn";
    }

    @Override
    public String key() {
        return schemeNo;
    }

    @Override
    public String orderKey() {
        return planNo;
    }

    @Override
    public String sentence() {
        return "工作方案 " + schemeNo + " 撤回，审批文号 " + document;
    }

    @Override
    public List<String> mentions() {
        return List.of(document);
    }
}
