package cn.zrzy.hub.ceremony;

import cn.zrzy.hub.kernel.Fact;
import java.util.List;

/** 无结果证明: second word on a voided draw that never had a result. */
public record NoneDrawn(String drawNo, String schemeNo, String planNo) implements Fact {

    @Override
    public String event() {
        return "plan.none-drawn";
    }

    @Override
    public String key() {
        return drawNo + "@2";
    }

    @Override
    public String orderKey() {
        return planNo;
    }

    @Override
    public String sentence() {
        return "作废的抽取 " + drawNo + " 经书面证明没有产生结果";
    }

    @Override
    public List<String> mentions() {
        return List.of(drawNo, schemeNo);
    }
}
