package cn.zrzy.hub.ceremony;

import cn.zrzy.hub.kernel.Fact;
import java.util.List;

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

    @Override
    public List<String> mentions() {
        return List.of(schemeNo);
    }
}
