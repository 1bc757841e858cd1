package cn.zrzy.hub.ceremony;

import cn.zrzy.hub.kernel.Fact;
import java.util.List;

/** 抽取完成. */
public record DrawFinished(String drawNo, String schemeNo, String planNo) implements Fact {

    @Override
    public String event() {
        return "plan.draw-finished";
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
        return "抽取 " + drawNo + " 完成";
    }

    @Override
    public List<String> mentions() {
        return List.of(schemeNo);
    }
}
